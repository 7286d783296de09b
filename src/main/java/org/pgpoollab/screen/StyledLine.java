package org.pgpoollab.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pgpoollab.report.DisplayWidth;
import org.pgpoollab.screen.picture.Canvas;

/** One line of text in parts that differ in style. */
record StyledLine(List<Part> parts) {

    private static final Pattern ESCAPE = Pattern.compile("\033\\[([0-9;]*)m");

    /** Some text in one style. */
    record Part(String text, StyleRole role) {}

    StyledLine {
        parts = List.copyOf(parts);
    }

    static StyledLine of(String text, StyleRole role) {
        return new StyledLine(List.of(new Part(text, role)));
    }

    /**
     * Reads the lines of one paragraph of a lesson with the escape sequences that it has on a terminal with colours. What is not marked has the
     * given role; code and strong text that are not ended go on in the next line.
     */
    static List<StyledLine> parse(List<String> lines, StyleRole usual) {
        var styled = new ArrayList<StyledLine>();
        var role = usual;
        for (var line : lines) {
            var parts = new ArrayList<Part>();
            var escapes = ESCAPE.matcher(line);
            var begin = 0;
            while (escapes.find()) {
                add(parts, line.substring(begin, escapes.start()), role);
                role = role(escapes.group(1), usual);
                begin = escapes.end();
            }
            add(parts, line.substring(begin), role);
            styled.add(new StyledLine(parts));
        }
        return styled;
    }

    private static void add(List<Part> parts, String text, StyleRole role) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, role));
        }
    }

    private static StyleRole role(String code, StyleRole usual) {
        return switch (code) {
            case "1" -> usual == StyleRole.TEXT ? StyleRole.KEY : usual;
            case "36" -> StyleRole.CODE;
            default -> usual;
        };
    }

    int width() {
        return parts.stream().mapToInt(part -> DisplayWidth.of(part.text())).sum();
    }

    /** Returns this line with another one behind it. */
    StyledLine followedBy(int gap, StyledLine other) {
        var all = new ArrayList<>(parts);
        all.add(new Part(" ".repeat(gap), StyleRole.TEXT));
        all.addAll(other.parts());
        return new StyledLine(all);
    }

    /** Writes the line, cut at the end of the canvas. */
    void paint(Canvas canvas, int column, int row, Theme theme) {
        var at = column;
        for (var part : parts) {
            var room = canvas.columns() - column - at;
            at = canvas.write(at, row, TextFit.to(part.text(), room, theme), theme.style(part.role()));
        }
    }
}
