package org.pgpoollab.screen;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pgpoollab.report.EventSign;
import org.pgpoollab.report.Sign;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Node;

/** What changed, the newest at the bottom. */
final class EventsPane implements Pane {

    private static final int LEFT = 1;
    private static final int CALM = 12;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    @Override
    public String title(View view) {
        return "Events";
    }

    @Override
    public String note(View view, int rows) {
        var newer = back(view, rows);
        return newer == 0 ? "" : Sign.BELOW.before(newer + " newer");
    }

    @Override
    public int leastRows() {
        return 1;
    }

    @Override
    public int mostRows(View view) {
        return view.focus().eventsLarge() ? Integer.MAX_VALUE : CALM;
    }

    @Override
    public Optional<Node> nodeAt(View view, int row, int rows) {
        return Optional.empty();
    }

    @Override
    public void paint(View view, Canvas canvas) {
        var theme = view.theme();
        if (view.past().events().isEmpty()) {
            canvas.write(LEFT, 0, theme.shown("· nothing has changed yet"), theme.dress(Meaning.DIM));
            return;
        }
        var line = 0;
        for (var event : shown(view, canvas.rows())) {
            paint(event, view, canvas, line++);
        }
    }

    private static void paint(Event event, View view, Canvas canvas, int line) {
        var theme = view.theme();
        ZoneId zone = view.now().getZone();
        var time = TIME.format(event.at().atZone(zone));
        var meaning = meaning(event);
        var column = canvas.write(LEFT, line, time, theme.dress(Meaning.DIM)) + 2;
        column = canvas.write(column, line, theme.shown(EventSign.of(event).symbol()), theme.dress(meaning)) + 1;
        var text = Clip.to(event.text(), canvas.columns() - LEFT - column, theme);
        canvas.write(column, line, text, theme.dress(meaning == Meaning.BAD ? meaning : Meaning.TEXT));
    }

    private static Meaning meaning(Event event) {
        return switch (event.effect()) {
            case TROUBLE -> Meaning.BAD;
            case RECOVERY -> Meaning.GOOD;
            case CHANGE -> event.kind() == Event.Kind.COMMAND ? Meaning.TITLE : Meaning.DIM;
        };
    }

    private static List<Event> shown(View view, int rows) {
        var events = view.past().events();
        var end = events.size() - back(view, rows);
        return events.subList(Math.max(0, end - rows), end);
    }

    /** How far it is scrolled back: not beyond the oldest event. */
    private static int back(View view, int rows) {
        var most = Math.max(0, view.past().events().size() - rows);
        return Math.min(view.focus().eventsBack(), most);
    }
}
