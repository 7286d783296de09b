package org.pgpoollab.screen.terminal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.screen.PlaybackViews;
import org.pgpoollab.screen.picture.SvgWriter;
import org.pgpoollab.syntax.ScreenSize;

/** Draws moments of a playback without a terminal. */
final class PlaybackPicture {

    private PlaybackPicture() {}

    /** @param environment determines the theme; see the README */
    static String svg(Playback playback, Instant at, ScreenSize size, ZoneId zone, Map<String, String> environment) {
        var view = PlaybackViews.at(playback, at, zone, ThemeChoice.ofPicture(environment));
        var picture = PlaybackState.of(playback, view).picture(size.columns(), size.rows());
        return SvgWriter.write(
                picture,
                ThemeChoice.colours(environment),
                "pgpool-lab " + view.lab().name());
    }
}
