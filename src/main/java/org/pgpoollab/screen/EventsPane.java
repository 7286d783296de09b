package org.pgpoollab.screen;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pgpoollab.report.EventSign;
import org.pgpoollab.report.StatusSign;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Node;

/** The pane that lists events, the newest at the bottom. */
final class EventsPane implements GridPane {

    private static final int LEFT = 1;
    private static final int CALM = 12;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    @Override
    public String title(ScreenView view) {
        return "Events";
    }

    @Override
    public String note(ScreenView view, int rows) {
        var newer = window(view, rows).back(view.past().events().size());
        return newer == 0 ? "" : StatusSign.BELOW.before(newer + " newer");
    }

    @Override
    public int leastRows() {
        return 1;
    }

    @Override
    public int mostRows(ScreenView view) {
        return view.focus().eventsLarge() ? Integer.MAX_VALUE : CALM;
    }

    @Override
    public Optional<Node> nodeAt(ScreenView view, int row, int rows) {
        return Optional.empty();
    }

    @Override
    public void paint(ScreenView view, Canvas canvas) {
        var theme = view.theme();
        if (view.past().events().isEmpty()) {
            canvas.write(LEFT, 0, theme.shown("· nothing has changed yet"), theme.style(StyleRole.DIM));
            return;
        }
        var window = window(view, canvas.rows());
        for (var index = window.first(); index < window.end(); index++) {
            var isSelected = view.focus().eventsLarge() && index == EventSelection.index(view);
            paint(view.past().events().get(index), view, canvas, index - window.first(), isSelected);
        }
    }

    private static void paint(Event event, ScreenView view, Canvas canvas, int line, boolean isSelected) {
        var theme = view.theme();
        UnaryOperator<GlyphStyle> style = isSelected ? theme::selected : UnaryOperator.identity();
        if (isSelected) {
            canvas.part(0, line, canvas.columns(), 1).fill(theme.selected(GlyphStyle.PLAIN));
            canvas.write(0, line, theme.shown(StatusSign.SELECTED.symbol()), style.apply(theme.style(StyleRole.TITLE)));
        }
        ZoneId zone = view.now().getZone();
        var time = TIME.format(event.at().atZone(zone));
        var meaning = meaning(event);
        var column = canvas.write(LEFT, line, time, style.apply(theme.style(StyleRole.DIM))) + 2;
        var sign = theme.shown(EventSign.of(event).symbol());
        column = canvas.write(column, line, sign, style.apply(theme.style(meaning))) + 1;
        var text = TextFit.to(event.text(), canvas.columns() - LEFT - column, theme);
        var role = meaning == StyleRole.BAD ? meaning : StyleRole.TEXT;
        canvas.write(column, line, text, style.apply(theme.style(role)));
    }

    private static StyleRole meaning(Event event) {
        return switch (event.effect()) {
            case TROUBLE -> StyleRole.BAD;
            case RECOVERY -> StyleRole.GOOD;
            case CHANGE -> event.kind() == Event.Kind.COMMAND ? StyleRole.TITLE : StyleRole.DIM;
        };
    }

    private static EventWindow window(ScreenView view, int rows) {
        var size = view.past().events().size();
        return view.focus().eventsLarge()
                ? EventWindow.with(
                        EventSelection.index(view), size, rows, view.focus().eventsBack())
                : EventWindow.of(size, rows, view.focus().eventsBack());
    }
}
