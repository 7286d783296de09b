package org.pgpoollab.serverlog;

import java.time.Instant;
import java.util.regex.Pattern;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.report.VisibleText;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.PgpoolTraits;

/**
 * One line of a node's log.
 *
 * @param at the line's own time, or the time of the line before it if it has none
 * @param file the name of the log file
 * @param text the line without its line end; control characters are made visible
 */
public record LogLine(Instant at, Node node, String file, String text) {

    /** Replaces the tab with which PostgreSQL begins continuation lines. */
    private static final String TAB = "        ";

    private static final Pattern PCP_CONNECTION = Pattern.compile(PgpoolTraits.PCP_CONNECTION);

    /** Matches the time at the beginning, and the number of the process where it follows in brackets. */
    private static final Pattern TIME =
            Pattern.compile("^\\[?\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[.\\d]*(?: UTC)?]?:? (?:\\[\\d+] )?");

    /** Makes a line of what a program wrote. */
    static LogLine of(Instant at, Node node, String file, String written) {
        return new LogLine(at, node, file, VisibleText.of(written.replace("\t", TAB), TerminalLook.PLAIN));
    }

    /** Returns the text without its time. */
    public String withoutTime() {
        return TIME.matcher(text).replaceFirst("");
    }

    /** Whether Pgpool-II only reports a pcp connection with this line, as every watcher of a lab causes. */
    public boolean isPcpConnection() {
        return PCP_CONNECTION.matcher(text).find();
    }
}
