package org.pgpoollab.output;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pgpoollab.report.DisplayWidth;

/**
 * Breaks lines that are too long for a terminal at spaces. A continuation line is indented to the last column of text that begins in
 * the left half. Shell lines are not broken, because users copy them; the terminal wraps a word that is longer than a line.
 */
public final class LineBreaks {

    private static final Pattern ESCAPES = Pattern.compile("\033\\[[0-9;]*m");
    private static final Pattern SHELL_LINE = Pattern.compile("^\\s*\\$ .*");
    private static final Pattern COLUMN_BEGINS = Pattern.compile("(?<= {2})(?=[^ ])|(?<=^ )(?=[^ ])");
    private static final int LEAST_COLUMNS = 20;

    private LineBreaks() {}

    /** @param columns the width, or {@link Output#ENDLESS} if the output is no terminal */
    public static String at(int columns, String text) {
        return text.lines().map(line -> oneLine(columns, line)).collect(Collectors.joining("\n"));
    }

    private static String oneLine(int columns, String line) {
        if (columns < LEAST_COLUMNS || width(line) <= columns) {
            return line;
        }
        var plain = ESCAPES.matcher(line).replaceAll("");
        if (SHELL_LINE.matcher(plain).matches()) {
            return line;
        }
        return broken(line, columns, " ".repeat(hang(plain, columns)));
    }

    private static String broken(String line, int columns, String indent) {
        var broken = new StringBuilder();
        var width = 0;
        var gap = "";
        for (var part : line.split("(?<= )(?=[^ ])|(?<=[^ ])(?= )")) {
            if (part.isBlank()) {
                gap = part;
                continue;
            }
            var needed = gap.length() + width(part);
            if (width + needed > columns && width > indent.length()) {
                broken.append('\n').append(indent);
                width = indent.length() + width(part);
            } else {
                broken.append(gap);
                width += needed;
            }
            broken.append(part);
            gap = "";
        }
        return broken.toString();
    }

    private static int hang(String plain, int columns) {
        var begins = COLUMN_BEGINS.matcher(plain);
        var hang = 0;
        while (begins.find() && begins.start() <= columns / 2) {
            hang = begins.start();
        }
        return hang;
    }

    private static int width(String text) {
        return DisplayWidth.of(ESCAPES.matcher(text).replaceAll(""));
    }
}
