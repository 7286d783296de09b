package org.pgpoollab.screen;

import java.util.List;

/**
 * Whether a playback plays, and how fast.
 *
 * @param speed how many seconds of the playback pass in one second; one of {@link #SPEEDS}
 */
public record PlaybackPace(boolean isPlaying, int speed) {

    public static final List<Integer> SPEEDS = List.of(1, 2, 5, 10, 30, 60);

    public static final PlaybackPace PAUSED = new PlaybackPace(false, 1);

    public PlaybackPace toggled() {
        return new PlaybackPace(!isPlaying, speed);
    }

    public PlaybackPace paused() {
        return new PlaybackPace(false, speed);
    }

    /** Returns the pace that is so many speeds faster, or slower if negative. */
    public PlaybackPace faster(int steps) {
        var index = SPEEDS.indexOf(speed) + steps;
        return new PlaybackPace(isPlaying, SPEEDS.get(Math.max(0, Math.min(SPEEDS.size() - 1, index))));
    }
}
