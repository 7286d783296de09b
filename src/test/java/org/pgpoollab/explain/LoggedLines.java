package org.pgpoollab.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The lines that servers of one release logged in drills and storms, as src/bench/log-lines collected them. */
record LoggedLines(List<Line> lines) {

    /** A level of LOG or above: what PostgreSQL and Pgpool-II call LOG is NOTICE or INFO with repmgr. */
    private static final Pattern MESSAGE =
            Pattern.compile("(?:^|: |^\\[)(LOG|INFO|NOTICE|WARNING|ERROR|FATAL|PANIC|ALERT|CRIT|EMERG)(?::  |] )");

    private static final Pattern SEVERE = Pattern.compile("WARNING|ERROR|FATAL|PANIC|ALERT|CRIT|EMERG");

    /**
     * A line without what varies.
     *
     * @param count how often it was logged
     */
    record Line(String file, int count, String text) {

        /** Whether it is a message of level LOG or above, and not a detail of one or the output of a command. */
        boolean isMessage() {
            return MESSAGE.matcher(text).find() && !isPcpConnection();
        }

        boolean isSevere() {
            var level = MESSAGE.matcher(text);
            return level.find() && SEVERE.matcher(level.group(1)).matches();
        }

        /** Whether it only reports a connection by pcp, of which a watched lab has thousands. */
        private boolean isPcpConnection() {
            return text.startsWith("pcp_main: ");
        }

        boolean isExplained() {
            return Explanations.catalogue().ofLogLine(file, text).isPresent();
        }
    }

    /** Reads what was collected of a release; {@code -Dlogged.lines=DIRECTORY} names another directory than that of the fixtures. */
    static LoggedLines of(String release) {
        var directory = Path.of(System.getProperty("logged.lines", "src/test/resources/explain"));
        try {
            return new LoggedLines(Files.readAllLines(directory.resolve(release + ".txt")).stream()
                    .map(LoggedLines::line)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        var fields = text.split("\t", 3);
        return new Line(fields[0], Integer.parseInt(fields[1]), fields[2]);
    }

    List<Line> messages() {
        return lines.stream().filter(Line::isMessage).toList();
    }
}
