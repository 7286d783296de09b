package org.pgpoollab.command;

import java.util.stream.Collectors;
import org.pgpoollab.Problem;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.report.VisibleText;

/**
 * Messages as they may be printed: whatever was typed, or came from a file or a server, is in them. Nothing in them moves a cursor or
 * changes a colour, and no line is longer than one reads.
 */
final class PrintableMessage {

    private static final int LONGEST_LINE = 4_000;
    private static final int SHOWN_OF_IT = 200;

    private PrintableMessage() {}

    static Problem of(Problem problem) {
        return new Problem(text(problem.what()), text(problem.why()), text(problem.remedy()));
    }

    /** Line ends stay. */
    static String text(String raw) {
        return raw.lines().map(PrintableMessage::line).collect(Collectors.joining("\n"));
    }

    private static String line(String raw) {
        return VisibleText.of(raw.length() > LONGEST_LINE ? shortened(raw) : raw, TerminalLook.PLAIN);
    }

    private static String shortened(String raw) {
        return raw.substring(0, SHOWN_OF_IT) + "… (" + raw.length() + " characters) …"
                + raw.substring(raw.length() - SHOWN_OF_IT / 2);
    }
}
