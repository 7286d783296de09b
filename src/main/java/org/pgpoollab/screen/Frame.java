package org.pgpoollab.screen;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.diagnosis.ClusterHealth;
import org.pgpoollab.diagnosis.Finding;
import org.pgpoollab.report.DisplayWidth;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.screen.picture.Picture.Place;

/** Draws one whole screen as a picture. It is a pure function of the view and of the picture of the prompt. */
public final class Frame {

    private static final DateTimeFormatter HELD_AT = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ScreenView view;
    private final ScreenLayout layout;
    private final Canvas canvas;

    private Frame(ScreenView view, ScreenLayout layout) {
        this.view = view;
        this.layout = layout;
        this.canvas = new Canvas(layout.columns(), layout.rows());
    }

    /**
     * Draws a picture of exactly the layout's size.
     *
     * @param layout the layout of this view
     * @param prompt the content of the prompt's area, cut to that area; its cursor becomes the picture's cursor
     * @param keys the key bar, one row
     */
    public static Picture of(ScreenView view, ScreenLayout layout, Picture prompt, Picture keys) {
        return new Frame(view, layout).paint(prompt, keys);
    }

    /** Puts the overlay into the middle of the base, cut to the base. The result has the overlay's cursor, or none. */
    public static Picture over(Picture base, Picture overlay) {
        var canvas = new Canvas(base.columns(), base.rows());
        var column = Math.max(0, (base.columns() - overlay.columns()) / 2);
        var row = Math.max(0, (base.rows() - overlay.rows()) / 2);
        canvas.paste(0, 0, base);
        canvas.paste(column, row, overlay);
        return canvas.picture(overlay.cursor().map(place -> new Place(place.column() + column, place.row() + row)));
    }

    private Picture paint(Picture prompt, Picture keys) {
        new HeaderLine(view).paint(part(layout.header()));
        for (var index = 0; index < layout.panes().size(); index++) {
            paint(layout.panes().get(index), index == 0);
        }
        if (!layout.panes().isEmpty()) {
            paintClosing();
        }
        if (!layout.lesson().isEmpty()) {
            new LessonBox(view, layout.lesson()).paint(canvas);
        }
        part(layout.prompt()).paste(0, 0, prompt);
        part(layout.keys()).paste(0, 0, keys);
        return canvas.picture(cursor(prompt));
    }

    private void paint(ScreenLayout.Placed placed, boolean isFirst) {
        var pane = placed.pane();
        var area = placed.area();
        var theme = view.theme();
        var shown = pane.isHeldWithGrid() ? view.grid() : view;
        var border = borderStyle(pane);
        rule(area.row() - 1, isFirst ? "┌" : "├", isFirst ? "┐" : "┤", border);
        var titleEnd = canvas.write(
                2, area.row() - 1, " " + theme.shown(pane.title(shown)) + " ", theme.style(StyleRole.TITLE));
        if (pane.isHeldWithGrid()) {
            markHeld(titleEnd, area.row() - 1, isFirst);
        }
        var note = theme.shown(pane.note(shown, area.rows()));
        var begin = layout.gridColumns() - 4 - DisplayWidth.of(note);
        if (!note.isEmpty() && begin > titleEnd) {
            canvas.write(begin, area.row() - 1, " " + note + " ", theme.style(pane.noteMeaning(shown)));
        }
        for (var row = 0; row < area.rows(); row++) {
            canvas.write(0, area.row() + row, theme.shown("│"), border);
            canvas.write(layout.gridColumns() - 1, area.row() + row, theme.shown("│"), border);
        }
        pane.paint(shown, part(area));
    }

    /** Says beside a title since when the grid is held, if it is. */
    private void markHeld(int column, int row, boolean isInFull) {
        view.presentation().held().forEach(held -> {
            var at = HELD_AT.format(held.now());
            var age = TimeSpan.text(Duration.between(held.moment(), view.moment()));
            var text = isInFull ? " held at " + at + ", " + age + " ago: F6 goes on " : " held ";
            canvas.write(column + 1, row, view.theme().shown(text), view.theme().style(StyleRole.MESSAGE));
        });
    }

    /** Draws the border below the panes with the first problem in it, so that the problem needs no row of its own. */
    private void paintClosing() {
        var row = layout.closingRow();
        rule(row, "└", "┘", borderStyle(lastPane()));
        finding().ifPresent(finding -> {
            var meaning = finding.isError() ? StyleRole.BAD : StyleRole.WARN;
            var text = (finding.isError() ? "✗ " : "▲ ") + finding.problem().what();
            var clipped = TextFit.to(text, layout.gridColumns() - 6, view.theme());
            canvas.write(2, row, " " + clipped + " ", view.theme().style(meaning));
        });
    }

    /**
     * Returns the first finding, except the one that reports unknown facts: the cells show those already. It is empty until every
     * node was probed once and while the lab starts, because missing facts may still arrive then.
     */
    private Optional<Finding> finding() {
        if (view.state().filter(state -> state.context().starting()).isPresent()) {
            return Optional.empty();
        }
        return view.health()
                .filter(ClusterHealth::isAsked)
                .flatMap(health -> health.findings().stream()
                        .skip(health.isComplete() ? 0 : 1)
                        .findFirst());
    }

    private void rule(int row, String left, String right, GlyphStyle style) {
        var theme = view.theme();
        var line = theme.shown(left) + theme.shown("─").repeat(layout.gridColumns() - 2) + theme.shown(right);
        canvas.write(0, row, line, style);
    }

    /** Returns another style than usual for a playback and a grid that is held, so that neither is taken for the lab as it is now. */
    private GlyphStyle borderStyle(GridPane pane) {
        var isPast = view.isPlayback()
                || (pane.isHeldWithGrid() && view.presentation().isHolding());
        return view.theme().style(isPast ? StyleRole.WARN : StyleRole.BORDER);
    }

    private GridPane lastPane() {
        return layout.panes().get(layout.panes().size() - 1).pane();
    }

    private Canvas part(Area area) {
        return canvas.part(area.column(), area.row(), area.columns(), area.rows());
    }

    private Optional<Place> cursor(Picture prompt) {
        var area = layout.prompt();
        return prompt.cursor()
                .map(place -> new Place(area.column() + place.column(), area.row() + place.row()))
                .filter(place -> area.contains(place.column(), place.row()));
    }
}
