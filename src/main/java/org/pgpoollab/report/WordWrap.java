package org.pgpoollab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks texts at spaces. Escape sequences for colours have no width. */
public final class WordWrap {

    private static final Pattern ESCAPES = Pattern.compile("\033\\[[0-9;]*m");

    private WordWrap() {}

    /** Returns the text as lines, none of them wider than this unless a word is. */
    public static List<String> lines(String text, int columns) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split("[ \n]+")) {
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Returns how many columns the text takes. */
    public static int width(String text) {
        return DisplayWidth.of(ESCAPES.matcher(text).replaceAll(""));
    }
}
