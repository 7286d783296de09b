package org.pgpoollab.screen.overlay;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pgpoollab.report.DisplayWidth;
import org.pgpoollab.screen.picture.Canvas;

/**
 * One line of an overlay: a head of fixed width and a text that is wrapped beside it.
 *
 * @param head an indent, a key or a name, which is not wrapped; may be empty
 */
record DetailLine(String head, OverlayStyle headWear, String text, OverlayStyle wear) {

    static final DetailLine EMPTY = of("", OverlayStyle.NORMAL);

    /** A head wider than the available width divided by this number gets a line of its own. */
    private static final int WIDEST_HEAD_PART = 2;

    private static final int INDENT = 2;

    static DetailLine of(String text, OverlayStyle wear) {
        return new DetailLine("", wear, text, wear);
    }

    static DetailLine under(String head, OverlayStyle headWear, String text) {
        return new DetailLine(head, headWear, text, OverlayStyle.NORMAL);
    }

    /** Returns the line with text that the terminal can show; tabs and newlines become spaces. */
    DetailLine visible(OverlayStyles styles) {
        return new DetailLine(styles.shown(head), headWear, styles.shown(text), wear);
    }

    int width() {
        return DisplayWidth.of(head) + DisplayWidth.of(text);
    }

    void paint(Canvas canvas, int row, OverlayStyles styles) {
        var column = canvas.write(0, row, head, headWear.of(styles));
        canvas.write(column, row, text, wear.of(styles));
    }

    /** Wraps this line into as many lines as needed. Only a word longer than a whole line is split. */
    List<DetailLine> wrapped(int columns) {
        if (width() <= columns) {
            return List.of(this);
        }
        var hang = DisplayWidth.of(head);
        if (hang > columns / WIDEST_HEAD_PART) {
            var all = new ArrayList<DetailLine>();
            all.add(new DetailLine(head.stripTrailing(), headWear, "", wear));
            parts(text, Math.max(1, columns - INDENT)).forEach(part -> all.add(continued(INDENT, part)));
            return all;
        }
        var all = new ArrayList<DetailLine>();
        for (var part : parts(text, Math.max(1, columns - hang))) {
            all.add(all.isEmpty() ? new DetailLine(head, headWear, part, wear) : continued(hang, part));
        }
        return all;
    }

    private DetailLine continued(int indent, String part) {
        return new DetailLine(" ".repeat(indent), headWear, part, wear);
    }

    private static List<String> parts(String text, int columns) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (var word : words(text, columns)) {
            if (DisplayWidth.of(part + word.stripTrailing()) > columns && !part.isEmpty()) {
                parts.add(part.toString().stripTrailing());
                part.setLength(0);
            }
            part.append(word);
        }
        parts.add(part.toString().stripTrailing());
        return parts;
    }

    /** Returns the words with the spaces after them. A word wider than a line is split into pieces. */
    private static List<String> words(String text, int columns) {
        var words = new ArrayList<String>();
        for (var word : text.split("(?<= )(?! )")) {
            if (DisplayWidth.of(word.strip()) <= columns) {
                words.add(word);
            } else {
                words.addAll(pieces(word, columns));
            }
        }
        return words;
    }

    private static List<String> pieces(String word, int columns) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(word);
        var begin = characters.first();
        for (var end = characters.next(); end != BreakIterator.DONE; begin = end, end = characters.next()) {
            var character = word.substring(begin, end);
            if (DisplayWidth.of(piece + character) > columns && !piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(character);
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
