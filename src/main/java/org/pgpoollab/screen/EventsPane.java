package org.pgpoollab.screen;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pgpoollab.report.EventSign;
import org.pgpoollab.report.StatusSign;
import org.pgpoollab.screen.picture.Canvas;
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
        var newer = back(view, rows);
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
        var line = 0;
        for (var event : shown(view, canvas.rows())) {
            paint(event, view, canvas, line++);
        }
    }

    private static void paint(Event event, ScreenView view, Canvas canvas, int line) {
        var theme = view.theme();
        ZoneId zone = view.now().getZone();
        var time = TIME.format(event.at().atZone(zone));
        var meaning = meaning(event);
        var column = canvas.write(LEFT, line, time, theme.style(StyleRole.DIM)) + 2;
        column = canvas.write(column, line, theme.shown(EventSign.of(event).symbol()), theme.style(meaning)) + 1;
        var text = TextFit.to(event.text(), canvas.columns() - LEFT - column, theme);
        canvas.write(column, line, text, theme.style(meaning == StyleRole.BAD ? meaning : StyleRole.TEXT));
    }

    private static StyleRole meaning(Event event) {
        return switch (event.effect()) {
            case TROUBLE -> StyleRole.BAD;
            case RECOVERY -> StyleRole.GOOD;
            case CHANGE -> event.kind() == Event.Kind.COMMAND ? StyleRole.TITLE : StyleRole.DIM;
        };
    }

    private static List<Event> shown(ScreenView view, int rows) {
        var events = view.past().events();
        var end = events.size() - back(view, rows);
        return events.subList(Math.max(0, end - rows), end);
    }

    /** Returns how many events the pane is scrolled back, limited so that the oldest event stays in the first row. */
    private static int back(ScreenView view, int rows) {
        var most = Math.max(0, view.past().events().size() - rows);
        return Math.min(view.focus().eventsBack(), most);
    }
}
