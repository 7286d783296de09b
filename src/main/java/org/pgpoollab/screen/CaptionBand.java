package org.pgpoollab.screen;

import static org.pgpoollab.screen.picture.GlyphStyle.Mark.BOLD;
import static org.pgpoollab.screen.picture.GlyphStyle.Mark.REVERSE;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.pgpoollab.report.DisplayWidth;
import org.pgpoollab.report.EventSign;
import org.pgpoollab.report.WordWrap;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.timeline.Event;

/**
 * One event in large: bold, over the whole width. It is a bar of its colour for as long as it is fresh.
 *
 * @param isRoomy whether there are empty rows around it
 */
record CaptionBand(ScreenView view, Event event, boolean isRoomy) {

    private static final int MARGIN = 3;
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** Returns how many rows it takes of those that are left. */
    int rows(int columns, int left) {
        return Math.min(left, lines(columns).size() + (isRoomy ? CaptionPane.BAND_ROWS - 1 : 0));
    }

    Duration age() {
        return Duration.between(event.at(), view.moment());
    }

    /** Paints it on a canvas of its rows. */
    void paint(Canvas canvas) {
        var style = style();
        canvas.fill(style);
        var lines = lines(canvas.columns());
        var first = Math.max(0, (canvas.rows() - lines.size()) / 2);
        canvas.write(MARGIN, first, head(), style);
        for (var row = 0; row < Math.min(lines.size(), canvas.rows()); row++) {
            var isCut = row == canvas.rows() - 1 && row < lines.size() - 1;
            canvas.write(
                    indent(),
                    first + row,
                    lines.get(row) + (isCut ? view.theme().shown(" …") : ""),
                    style);
        }
    }

    private List<String> lines(int columns) {
        return WordWrap.lines(view.theme().shown(event.text()), Math.max(1, columns - indent() - MARGIN));
    }

    private String head() {
        var time = TIME.format(event.at().atZone(view.now().getZone()));
        return time + "  " + view.theme().shown(EventSign.of(event).symbol()) + "  ";
    }

    private int indent() {
        return MARGIN + DisplayWidth.of(head());
    }

    private GlyphStyle style() {
        var bold = view.theme().style(role()).with(BOLD);
        return age().compareTo(FRESH) < 0 ? bold.with(REVERSE) : bold;
    }

    private StyleRole role() {
        return switch (event.effect()) {
            case TROUBLE -> StyleRole.BAD;
            case RECOVERY -> StyleRole.GOOD;
            case CHANGE -> event.kind() == Event.Kind.COMMAND ? StyleRole.TITLE : StyleRole.TEXT;
        };
    }
}
