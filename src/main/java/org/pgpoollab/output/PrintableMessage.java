package org.pgpoollab.output;

import java.util.stream.Collectors;
import org.pgpoollab.Excerpt;
import org.pgpoollab.Problem;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.report.VisibleText;

/**
 * Makes messages safe to print: they contain what was typed, or what came from a file or a server. It makes control characters and
 * escape sequences visible, and shortens long lines.
 */
public final class PrintableMessage {

    private static final int LONGEST_LINE = 4_000;
    private static final int SHOWN_OF_IT = 200;

    private PrintableMessage() {}

    static Problem of(Problem problem) {
        return new Problem(text(problem.what()), text(problem.why()), text(problem.remedy()));
    }

    /** Makes a text of several lines printable and keeps its line ends. */
    public static String text(String raw) {
        return raw.lines().map(PrintableMessage::line).collect(Collectors.joining("\n"));
    }

    /** Makes a shell line printable. Long words stay whole, as a PATH must, so that it can be typed as it is printed. */
    static String shell(String raw) {
        return raw.lines().map(PrintableMessage::whole).collect(Collectors.joining("\n"));
    }

    private static String line(String raw) {
        return whole(Excerpt.endless(raw));
    }

    private static String whole(String text) {
        return VisibleText.of(text.length() > LONGEST_LINE ? shortened(text) : text, TerminalLook.PLAIN);
    }

    private static String shortened(String raw) {
        return raw.substring(0, SHOWN_OF_IT) + "… (" + raw.length() + " characters) …"
                + raw.substring(raw.length() - SHOWN_OF_IT / 2);
    }
}
