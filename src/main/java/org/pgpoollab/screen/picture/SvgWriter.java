package org.pgpoollab.screen.picture;

import static org.pgpoollab.screen.picture.SvgShapes.number;

import java.util.function.BiPredicate;
import org.pgpoollab.screen.picture.GlyphStyle.Mark;

/**
 * Writes a picture as a self-contained SVG file. Every word starts at the exact position of its first cell and is stretched to the
 * width of its cells, so that columns stay aligned in any font.
 */
public final class SvgWriter {

    private static final double SIZE = 14;
    private static final double WIDTH = 8.43;
    private static final double HEIGHT = 18;
    private static final double MARGIN = 14;
    private static final double BASELINE = 13.5;
    private static final String FONTS =
            "'DejaVu Sans Mono', ui-monospace, Menlo, Consolas, 'Liberation Mono', monospace";

    private final Picture picture;
    private final SvgColours colours;
    private final StringBuilder svg = new StringBuilder();

    private SvgWriter(Picture picture, SvgColours colours) {
        this.picture = picture;
        this.colours = colours;
    }

    /**
     * Returns the whole file, ending with a newline.
     *
     * @param title a description of the picture for screen readers
     */
    public static String write(Picture picture, SvgColours colours, String title) {
        return new SvgWriter(picture, colours).write(title);
    }

    private String write(String title) {
        var width = number(picture.columns() * WIDTH + 2 * MARGIN);
        var height = number(picture.rows() * HEIGHT + 2 * MARGIN);
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" role=\"img\">\n"
                        .formatted(width, height, width, height));
        svg.append("<title>").append(XmlText.escaped(title)).append("</title>\n");
        svg.append("<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"%s\"/>\n".formatted(colours.background()));
        svg.append("<g font-family=\"%s\" font-size=\"%s\" fill=\"%s\" xml:space=\"preserve\">\n"
                .formatted(FONTS, number(SIZE), colours.ordinary()));
        for (var row = 0; row < picture.rows(); row++) {
            papers(row);
            marks(row);
            texts(row);
        }
        picture.cursor().ifPresent(this::cursor);
        return svg.append("</g>\n</svg>\n").toString();
    }

    private void papers(int row) {
        for (var column = 0; column < picture.columns(); ) {
            var paper = colours.paper(style(column, row));
            var end = end(row, column, (first, next) -> paper.equals(colours.paper(next.style())));
            if (!paper.equals(colours.background())) {
                svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n"
                        .formatted(x(column), y(row), number((end - column) * WIDTH), number(HEIGHT), paper));
            }
            column = end;
        }
    }

    /** Draws lines below and through text, for spaces too. */
    private void marks(int row) {
        for (var column = 0; column < picture.columns(); ) {
            var style = style(column, row);
            var end = end(row, column, (first, next) -> first.style().equals(next.style()));
            if (style.has(Mark.UNDERLINE)) {
                line(column, end, row, BASELINE + 2, style);
            }
            if (style.has(Mark.CROSSED_OUT)) {
                line(column, end, row, BASELINE - SIZE / 3, style);
            }
            column = end;
        }
    }

    private void line(int from, int end, int row, double down, GlyphStyle style) {
        svg.append("<path d=\"M%s %sH%s\" stroke=\"%s\"%s/>\n"
                .formatted(
                        x(from), number(MARGIN + row * HEIGHT + down), x(end), colours.ink(style), faintness(style)));
    }

    private void texts(int row) {
        for (var column = 0; column < picture.columns(); ) {
            var glyph = picture.glyph(column, row);
            if (glyph.text().isBlank()) {
                column++;
                continue;
            }
            var end = isAscii(glyph) ? end(row, column, SvgWriter::isSameWord) : shapes(row, column);
            if (isAscii(glyph)) {
                word(column, end, row);
            }
            column = end;
        }
    }

    private static boolean isSameWord(Glyph first, Glyph next) {
        return isAscii(next) && !next.text().equals(" ") && first.style().equals(next.style());
    }

    private static boolean isAscii(Glyph glyph) {
        return glyph.text().length() == 1 && glyph.text().charAt(0) < 0x7f;
    }

    private void word(int column, int end, int row) {
        var text = new StringBuilder();
        for (var at = column; at < end; at++) {
            text.append(picture.glyph(at, row).text());
        }
        svg.append("<text x=\"%s\" y=\"%s\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\"%s>%s</text>\n"
                .formatted(
                        x(column),
                        baseline(row),
                        number((end - column) * WIDTH),
                        style(style(column, row)),
                        XmlText.escaped(text.toString())));
    }

    /** Draws a sequence of characters that have shapes, or writes one other non-ASCII character into the middle of its cells. */
    private int shapes(int row, int column) {
        var glyph = picture.glyph(column, row);

        if (!isDrawn(glyph)) {
            svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\"%s>%s</text>\n"
                    .formatted(
                            number(MARGIN + (column + glyph.width() / 2.0) * WIDTH),
                            baseline(row),
                            style(glyph.style()),
                            XmlText.escaped(glyph.text())));
            return column + Math.max(1, glyph.width());
        }
        var end =
                end(row, column, (first, next) -> isDrawn(next) && first.style().equals(next.style()));
        draw(column, end, row);
        return end;
    }

    private static boolean isDrawn(Glyph glyph) {
        return !glyph.text().isEmpty()
                && SvgShapes.of(glyph.text(), 0, 0, WIDTH, HEIGHT).isPresent();
    }

    private void draw(int column, int end, int row) {
        var lines = new StringBuilder();
        var fills = new StringBuilder();
        for (var at = column; at < end; at++) {
            var shape = SvgShapes.of(
                            picture.glyph(at, row).text(), MARGIN + at * WIDTH, MARGIN + row * HEIGHT, WIDTH, HEIGHT)
                    .orElseThrow();
            (shape.isFilled() ? fills : lines).append(shape.data());
        }
        var style = style(column, row);
        if (!lines.isEmpty()) {
            svg.append("<path d=\"%s\" fill=\"none\" stroke=\"%s\"%s/>\n"
                    .formatted(lines, colours.ink(style), faintness(style)));
        }
        if (!fills.isEmpty()) {
            svg.append("<path d=\"%s\" fill=\"%s\"%s/>\n".formatted(fills, colours.ink(style), faintness(style)));
        }
    }

    private void cursor(Picture.Place place) {
        svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" opacity=\"0.7\"/>\n"
                .formatted(x(place.column()), y(place.row()), number(WIDTH), number(HEIGHT), colours.ordinary()));
    }

    /** Returns the column after the last glyph of the sequence that begins at this column and resembles its first glyph. */
    private int end(int row, int column, BiPredicate<Glyph, Glyph> isLike) {
        var first = picture.glyph(column, row);
        var end = column + 1;
        while (end < picture.columns() && isLike.test(first, picture.glyph(end, row))) {
            end++;
        }
        return end;
    }

    private String style(GlyphStyle style) {
        var attributes = new StringBuilder();
        var ink = colours.ink(style);
        if (!ink.equals(colours.ordinary())) {
            attributes.append(" fill=\"").append(ink).append('"');
        }
        if (style.has(Mark.BOLD)) {
            attributes.append(" font-weight=\"bold\"");
        }
        if (style.has(Mark.ITALIC)) {
            attributes.append(" font-style=\"italic\"");
        }
        return attributes + faintness(style);
    }

    private static String faintness(GlyphStyle style) {
        return style.has(Mark.DIM) ? " opacity=\"0.6\"" : "";
    }

    private GlyphStyle style(int column, int row) {
        return picture.glyph(column, row).style();
    }

    private static String x(int column) {
        return number(MARGIN + column * WIDTH);
    }

    private static String y(int row) {
        return number(MARGIN + row * HEIGHT);
    }

    private static String baseline(int row) {
        return number(MARGIN + row * HEIGHT + BASELINE);
    }
}
