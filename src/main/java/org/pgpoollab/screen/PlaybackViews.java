package org.pgpoollab.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.playback.SnapshotRecord;

/** Makes the views of a playback: at each moment the screen shows what it showed then. */
public final class PlaybackViews {

    /** What the screen remembers of the time before a moment: reads of the last minute, and changes that others may not know yet. */
    private static final Duration REMEMBERED = Duration.ofSeconds(75);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private PlaybackViews() {}

    /** Returns the view at a moment, with nothing selected. */
    public static ScreenView at(Playback playback, Instant time, ZoneId zone, Theme theme) {
        var lab = playback.at(time).state().lab();
        var empty = ScreenView.of(lab, time, zone, theme).with(Focus.START.withMode(Focus.Mode.PLAYBACK));
        return showing(playback, empty, playback.leadingTo(time, REMEMBERED), time);
    }

    /** Returns the view at another moment, with the same selection. Little is computed if that is shortly after. */
    public static ScreenView moved(Playback playback, ScreenView view, Instant time) {
        var before = view.moment();
        if (time.isBefore(before) || Duration.between(before, time).compareTo(REMEMBERED) > 0) {
            return at(playback, time, view.now().getZone(), view.theme()).with(view.focus());
        }
        return showing(playback, view, playback.between(before, time), time);
    }

    private static ScreenView showing(Playback playback, ScreenView before, List<SnapshotRecord> news, Instant time) {
        var view = before;
        for (var record : news.subList(0, Math.max(0, news.size() - 1))) {
            view = view.remembering(record.state(), record.state().at());
        }
        if (!news.isEmpty()) {
            var last = news.get(news.size() - 1);
            view = view.seeing(last.state(), last.state().at());
            view = last.load().stream().reduce(view, ScreenView::feeling, (some, others) -> others);
        }
        return view.at(time)
                .withEvents(playback.eventsUntil(time))
                .withMessage("PLAYBACK " + DAY.format(time.atZone(view.now().getZone())));
    }
}
