package org.pgpoollab.screen.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.screen.Focus;
import org.pgpoollab.screen.PlaybackPace;
import org.pgpoollab.screen.PlaybackViews;
import org.pgpoollab.screen.ScreenLayout;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.TimeBar;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.screen.terminal.ScreenState.Search;

/**
 * The state of the screen of a playback. It never changes.
 *
 * @param screen the grid at the moment that is shown; its search is the time that is being typed
 * @param notice why a typed time cannot be gone to; empty if there is nothing to say
 */
record PlaybackState(Playback playback, ScreenState screen, PlaybackPace pace, String notice) {

    static PlaybackState of(Playback playback, ScreenView view) {
        return new PlaybackState(playback, ScreenState.of(view), PlaybackPace.PAUSED, "");
    }

    ScreenView view() {
        return screen.view();
    }

    Instant time() {
        return view().now().toInstant();
    }

    PlaybackState with(ScreenState other) {
        return new PlaybackState(playback, other, pace, notice);
    }

    PlaybackState with(PlaybackPace other) {
        return new PlaybackState(playback, screen, other, notice);
    }

    PlaybackState withNotice(String text) {
        return new PlaybackState(playback, screen, pace, text);
    }

    PlaybackState focused(UnaryOperator<Focus> change) {
        return with(screen.with(view().with(change.apply(view().focus()))));
    }

    PlaybackState typing(String text) {
        return with(screen.with(new Search(true, text))).withNotice("");
    }

    PlaybackState typed() {
        return with(screen.with(Search.NONE));
    }

    /** Goes to a moment, within the bounds of the playback. */
    PlaybackState at(Instant wished) {
        var within = wished.isBefore(playback.from()) ? playback.from() : wished;
        var time = within.isAfter(playback.to()) ? playback.to() : within;
        return with(screen.with(PlaybackViews.moved(playback, view(), time))).withNotice("");
    }

    /** Goes on by a span while it plays. Times when nobody watched are skipped; at the end it pauses. */
    PlaybackState played(Duration span) {
        var wished = time().plus(span);
        var next = playback.isWatched(wished)
                ? wished
                : playback.watchedAfter(wished).orElse(playback.to());
        var moved = at(next);
        return moved.time().equals(playback.to()) ? moved.with(pace.paused()) : moved;
    }

    TimeBar timeBar() {
        var note = screen.search().typing() ? "go to: " + screen.search().text() + "_" : notice;
        return new TimeBar(playback, view(), pace, note);
    }

    Picture picture(int columns, int rows) {
        var layout = ScreenLayout.of(view(), columns, rows);
        var area = layout.promptArea();
        return ScreenRenderer.of(screen, layout, timeBar().picture(area.columns(), area.rows()));
    }
}
