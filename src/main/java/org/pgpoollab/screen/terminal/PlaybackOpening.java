package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.syntax.ScreenSize;

/**
 * Shows playbacks in the way of one user's terminal.
 *
 * @param isUnicode whether the terminal shows more than ASCII
 * @param clock has the user's time zone
 * @param stopper stops the process until it is continued
 */
record PlaybackOpening(Map<String, String> environment, boolean isUnicode, Clock clock, Runnable stopper) {

    /** Shows a playback until the user leaves it, on a terminal that nothing else uses meanwhile. */
    void replay(Terminal tty, RecordedLab recorded, Playback playback) {
        try {
            new PlaybackScreen(tty, environment, isUnicode, clock, recorded, playback, stopper).run();
        } catch (IOException e) {
            throw LabException.failed("The terminal is gone", Reason.of(e), "replay --plain");
        }
    }

    String draw(Playback playback, Instant at, ScreenSize size) {
        return PlaybackPicture.svg(playback, at, size, clock.getZone(), environment);
    }
}
