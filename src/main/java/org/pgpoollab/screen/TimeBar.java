package org.pgpoollab.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.playback.FactDifference;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.report.DisplayWidth;
import org.pgpoollab.report.EventSign;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.timeline.Event;

/**
 * Draws the time bar of a playback: which moment is shown, the whole time with its events and changes, and what changed at this moment. It
 * stands where the prompt is otherwise.
 *
 * @param note a short text that replaces what changed: a time that is being typed, or why it cannot be; empty if there is none
 */
public record TimeBar(Playback playback, ScreenView view, PlaybackPace pace, String note) {

    /** Status, cursor, bar, times, what changed. */
    static final int ROWS = 6;

    /** The row of the bar itself. */
    public static final int BAR_ROW = 2;

    private static final int CURSOR_ROW = 1;
    private static final int LEFT = 1;
    private static final String CHANGE = "┬";
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    public Picture picture(int columns, int rows) {
        var canvas = new Canvas(columns, rows);
        paintStatus(canvas);
        paintBar(canvas);
        paintTimes(canvas);
        paintChanges(canvas);
        return canvas.picture();
    }

    /** Returns the moment that a column of the bar stands for. */
    public Instant timeAt(int column, int columns) {
        var last = Math.max(1, columns - 2 * LEFT - 1);
        var place = Math.max(0, Math.min(last, column - LEFT));
        return playback.from().plusMillis(length().toMillis() * place / last);
    }

    private int columnOf(Instant time, int columns) {
        var last = columns - 2 * LEFT - 1;
        var millis = Math.max(1, length().toMillis());
        return LEFT + (int) (last * Duration.between(playback.from(), time).toMillis() / millis);
    }

    private Duration length() {
        return Duration.between(playback.from(), playback.to());
    }

    /** {@code ▸ playing ×10   10:32:04.310   2 min 3 s of 14 min   7 of 23 changes and events}. */
    private void paintStatus(Canvas canvas) {
        var theme = view.theme();
        var word = pace.isPlaying() ? "▸ playing ×" + pace.speed() : "‖ paused ×" + pace.speed();
        var column = canvas.write(LEFT, 0, theme.shown(word), theme.style(StyleRole.WARN)) + 3;
        column = canvas.write(column, 0, local(EXACT, view.moment()), theme.style(StyleRole.TITLE)) + 3;
        var stops = playback.stops();
        var passed = stops.stream().filter(stop -> !stop.isAfter(view.moment())).count();
        var texts = List.of(
                TimeSpan.text(Duration.between(playback.from(), view.moment())) + " of " + TimeSpan.text(length()),
                passed + " of " + stops.size() + " changes and events");
        for (var text : texts) {
            if (column + text.length() < canvas.columns()) {
                column = canvas.write(column, 0, text, theme.style(StyleRole.DIM)) + 3;
            }
        }
    }

    private void paintBar(Canvas canvas) {
        var theme = view.theme();
        for (var column = LEFT; column < canvas.columns() - LEFT; column++) {
            var isWatched = playback.isWatched(timeAt(column, canvas.columns()));
            canvas.write(column, BAR_ROW, theme.shown(isWatched ? "─" : " "), theme.style(StyleRole.BORDER));
        }
        playback.stops()
                .forEach(stop -> canvas.write(
                        columnOf(stop, canvas.columns()), BAR_ROW, theme.shown(CHANGE), theme.style(StyleRole.DIM)));
        playback.eventStops().forEach(stop -> paintEvent(stop, canvas));
        canvas.write(
                columnOf(view.moment(), canvas.columns()), CURSOR_ROW, theme.shown("▼"), theme.style(StyleRole.TITLE));
    }

    /** Of several events at a moment, trouble is shown before recovery, and that before other changes. */
    private void paintEvent(Instant stop, Canvas canvas) {
        playback.eventsAt(stop).stream()
                .min(Comparator.comparing(Event::effect))
                .ifPresent(event -> {
                    var role =
                            switch (event.effect()) {
                                case TROUBLE -> StyleRole.BAD;
                                case RECOVERY -> StyleRole.GOOD;
                                case CHANGE -> StyleRole.TITLE;
                            };
                    var sign = view.theme().shown(EventSign.of(event).symbol());
                    canvas.write(
                            columnOf(stop, canvas.columns()),
                            BAR_ROW,
                            sign,
                            view.theme().style(role));
                });
    }

    private void paintTimes(Canvas canvas) {
        var style = view.theme().style(StyleRole.DIM);
        var begin = local(TIME, playback.from());
        var end = local(TIME, playback.to());
        canvas.write(LEFT, BAR_ROW + 1, begin, style);
        canvas.write(
                Math.max(LEFT + begin.length() + 1, canvas.columns() - LEFT - end.length()), BAR_ROW + 1, end, style);
    }

    private void paintChanges(Canvas canvas) {
        var theme = view.theme();
        var row = BAR_ROW + 2;
        var width = canvas.columns() - 2 * LEFT;
        if (!note.isEmpty()) {
            canvas.write(LEFT, row, TextFit.to(note, width, theme), theme.style(StyleRole.TITLE));
            return;
        }
        if (!playback.isWatched(view.moment())) {
            var text = "nobody watched at this moment: this is what was seen last";
            canvas.write(LEFT, row, TextFit.to(text, width, theme), theme.style(StyleRole.WARN));
            return;
        }
        for (var line : lines(width, canvas.rows() - row)) {
            canvas.write(LEFT, row++, TextFit.to(line, width, theme), theme.style(StyleRole.TEXT));
        }
    }

    /** Returns what changed at this moment, several changes a line if they fit. */
    private List<String> lines(int width, int rows) {
        var lines = new ArrayList<String>();
        var texts = playback.differencesAt(view.moment()).stream()
                .map(FactDifference::text)
                .collect(Collectors.toList());
        while (!texts.isEmpty() && lines.size() < rows) {
            var line = texts.remove(0);
            while (!texts.isEmpty() && DisplayWidth.of(line + "; " + texts.get(0)) <= width) {
                line += "; " + texts.remove(0);
            }
            lines.add(line);
        }
        if (!texts.isEmpty() && !lines.isEmpty()) {
            var last = lines.size() - 1;
            var rest = "  (and " + texts.size() + " more)";
            lines.set(last, TextFit.to(lines.get(last), width - rest.length(), view.theme()) + rest);
        }
        return lines;
    }

    private String local(DateTimeFormatter format, Instant time) {
        return format.format(time.atZone(view.now().getZone()));
    }
}
