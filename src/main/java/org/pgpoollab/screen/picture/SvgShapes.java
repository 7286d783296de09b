package org.pgpoollab.screen.picture;

import java.util.Map;
import java.util.Optional;

/**
 * Draws box drawing characters (light) and block elements as shapes, so that lines meet and bars share one baseline in any font.
 */
final class SvgShapes {

    private static final int UP = 1;
    private static final int DOWN = 2;
    private static final int LEFT = 4;
    private static final int RIGHT = 8;

    private static final Map<String, Integer> ARMS = Map.ofEntries(
            Map.entry("─", LEFT + RIGHT),
            Map.entry("│", UP + DOWN),
            Map.entry("┌", DOWN + RIGHT),
            Map.entry("╭", DOWN + RIGHT),
            Map.entry("┐", DOWN + LEFT),
            Map.entry("╮", DOWN + LEFT),
            Map.entry("└", UP + RIGHT),
            Map.entry("╰", UP + RIGHT),
            Map.entry("┘", UP + LEFT),
            Map.entry("╯", UP + LEFT),
            Map.entry("├", UP + DOWN + RIGHT),
            Map.entry("┤", UP + DOWN + LEFT),
            Map.entry("┬", DOWN + LEFT + RIGHT),
            Map.entry("┴", UP + LEFT + RIGHT),
            Map.entry("┼", UP + DOWN + LEFT + RIGHT));

    private static final int LOWER_EIGHTH = '▁';
    private static final int FULL = '█';
    private static final int LEFT_EIGHTH = '▏';

    private SvgShapes() {}

    /**
     * Returns the {@code d} attribute of the path for a character in a cell of this size and position; empty for a character that
     * is written as text.
     */
    static Optional<Path> of(String character, double x, double y, double width, double height) {
        var arms = ARMS.get(character);
        if (arms != null) {
            return Optional.of(new Path(lines(arms, x, y, width, height), false));
        }
        var point = character.codePointAt(0);
        if (character.length() > 1 || point < LOWER_EIGHTH || point > LEFT_EIGHTH) {
            return Optional.empty();
        }
        if (point <= FULL) {
            var tall = height * (point - LOWER_EIGHTH + 1) / 8;
            return Optional.of(new Path(bar(x, y + height - tall, width, tall), true));
        }
        return Optional.of(new Path(bar(x, y, width * (LEFT_EIGHTH - point + 1) / 8, height), true));
    }

    /**
     * A shape.
     *
     * @param isFilled whether the path is filled; if not, it is drawn as a line
     */
    record Path(String data, boolean isFilled) {}

    private static String lines(int arms, double x, double y, double width, double height) {
        var middle = x + width / 2;
        var centre = y + height / 2;
        var path = new StringBuilder();
        if ((arms & (LEFT + RIGHT)) != 0) {
            path.append("M%s %sH%s"
                    .formatted(
                            number((arms & LEFT) != 0 ? x : middle),
                            number(centre),
                            number((arms & RIGHT) != 0 ? x + width : middle)));
        }
        if ((arms & (UP + DOWN)) != 0) {
            path.append("M%s %sV%s"
                    .formatted(
                            number(middle),
                            number((arms & UP) != 0 ? y : centre),
                            number((arms & DOWN) != 0 ? y + height : centre)));
        }
        return path.toString();
    }

    private static String bar(double x, double y, double width, double height) {
        return "M%s %sh%sv%sh-%sz".formatted(number(x), number(y), number(width), number(height), number(width));
    }

    /** Returns the number with at most two decimals: {@code 8.4}, {@code 12}. */
    static String number(double value) {
        var rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
