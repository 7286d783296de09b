package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.Golden.assertGolden;
import static org.pgpoollab.playback.GivenPlayback.at;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgpoollab.playback.GivenPlayback;
import org.pgpoollab.screen.PlaybackPace;
import org.pgpoollab.screen.PlaybackViews;
import org.pgpoollab.screen.Theme;

/** Compares the screens of a playback with golden files. {@code -Dgolden=write} rewrites them. */
class PlaybackStateTest {

    private final PlaybackState begin = state(Theme.dark());

    private static PlaybackState state(Theme theme) {
        var playback = GivenPlayback.playback();
        return PlaybackState.of(playback, PlaybackViews.at(playback, playback.from(), ZoneOffset.UTC, theme));
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 36", "200, 50"})
    void itIsAPictureAtThreeSizes(int columns, int rows) {
        var lost = begin.at(at(10));
        var unwatched = begin.at(at(35.5)).with(new PlaybackPace(true, 10));

        assertGolden(
                "screen/playback-lost-" + columns + "x" + rows + ".txt",
                lost.picture(columns, rows).text());
        assertGolden(
                "screen/playback-unwatched-" + columns + "x" + rows + ".txt",
                unwatched.picture(columns, rows).text());
    }

    @Test
    void atEverySizeItSaysThatItIsAPlayback() {
        for (var columns : List.of(50, 64, 80, 120, 200)) {
            for (var rows : List.of(12, 16, 24, 36)) {
                assertTrue(begin.picture(columns, rows).text().contains("PLAYBACK"), columns + "x" + rows);
            }
        }
    }

    @Test
    void noSizeIsTooSmall() {
        for (var columns : List.of(1, 2, 3, 5, 20, 49, 50)) {
            for (var rows : List.of(1, 2, 3, 5, 11, 12, 13)) {
                var picture = begin.at(at(16)).picture(columns, rows);

                assertEquals(columns, picture.columns());
                assertEquals(rows, picture.rows());
            }
        }
    }

    @Test
    void aTerminalWithoutUnicodeGetsAsciiOnly() {
        var text = state(Theme.monochrome().ascii()).at(at(16)).picture(120, 36).text();

        assertTrue(text.chars().allMatch(character -> character < 0x7f), text);
    }

    @Test
    void theClockIsThatOfThePlayback() {
        assertTrue(begin.at(at(10)).picture(120, 36).text().contains("12:00:10.000"));
    }

    @Test
    void anEventIsListedFromTheMomentOnAtWhichItWasTold() {
        assertFalse(begin.at(at(9.9)).picture(120, 36).text().contains("pg-0 stopped answering"));
        assertTrue(begin.at(at(10)).picture(120, 36).text().contains("pg-0 stopped answering"));
    }

    @Test
    void goingBackAndForthLeadsToTheSamePicture() {
        var direct = begin.at(at(16)).picture(120, 36).text();

        var detour = begin.at(at(10))
                .at(at(30))
                .at(at(12))
                .at(at(16))
                .picture(120, 36)
                .text();

        assertEquals(direct, detour);
    }

    @Test
    void itDoesNotLeaveItsBounds() {
        assertEquals(at(0), begin.at(at(-100)).time());
        assertEquals(at(40), begin.at(at(100)).time());
    }

    @Test
    void playingSkipsTimeThatNobodyWatchedAndPausesAtTheEnd() {
        var playing = begin.at(at(34)).with(new PlaybackPace(true, 60));

        assertEquals(at(37), playing.played(Duration.ofSeconds(2)).time());
        assertFalse(playing.played(Duration.ofSeconds(60)).pace().isPlaying());
        assertEquals(at(40), playing.played(Duration.ofSeconds(60)).time());
    }

    @Test
    void speedsHaveALowestAndAHighest() {
        var pace = PlaybackPace.PAUSED;

        assertEquals(1, pace.faster(-1).speed());
        assertEquals(60, pace.faster(100).speed());
        assertEquals(2, pace.faster(1).speed());
    }

    @Test
    void aColumnOfTheBarIsATime() {
        assertEquals(at(0), begin.timeBar().timeAt(1, 80));
        assertEquals(at(40), begin.timeBar().timeAt(78, 80));
        assertEquals(at(40), begin.timeBar().timeAt(500, 80));
    }
}
