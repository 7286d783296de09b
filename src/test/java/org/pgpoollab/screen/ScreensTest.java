package org.pgpoollab.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.Golden.assertGolden;
import static org.pgpoollab.cluster.Given.NOW;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.screen.picture.Canvas;

/** Compares whole screens, as a class sees them, with golden files. {@code -Dgolden=write} rewrites them. */
class ScreensTest {

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 36", "200, 60"})
    void everyViewIsAPictureAtThreeSizes(int columns, int rows) {
        Scenes.all().forEach((name, view) -> {
            var picture = Scenes.frame(view, columns, rows);

            assertGolden("screen/" + name + "-" + columns + "x" + rows + ".txt", picture.text());
        });
    }

    @Test
    void readsAreBars() {
        assertGolden(
                "screen/reads-80x24.txt", Scenes.frame(Scenes.reading(), 80, 24).text());
        assertGolden(
                "screen/reads-120x36.txt",
                Scenes.frame(Scenes.reading(), 120, 36).text());
    }

    @Test
    void aLoadThroughWhichNothingGoesSaysForHowLongAndOneThatEndedSaysSo() {
        var stuck = Scenes.underLoad().feeling(Scenes.loadStatus(0, Duration.ofMillis(2400), "08001 no connection"));
        var ended = Scenes.underLoad().feeling(Scenes.loadStatus(98, Duration.ZERO, LoadStatus.STOPPED));

        assertTrue(Scenes.frame(stuck, 80, 24).text().contains(" ✗ nothing for 2.4 s  24 failed "));
        assertTrue(Scenes.frame(ended, 80, 24).text().contains(" ended 100 ms ago  24 failed  longest gap 3.1 s "));
    }

    @Test
    void aLoadIsLeftOutWhereANodeWouldLoseItsRowAndWhenItIsLongOver() {
        var view = Scenes.underLoad();
        var title = "Writes through the VIP";

        assertTrue(Scenes.frame(view, 80, 24).text().contains(title));
        assertFalse(Scenes.frame(view, 80, 20).text().contains(title));
        assertFalse(Scenes.frame(view.at(NOW.plusSeconds(121)), 80, 24).text().contains(title));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 64, 100, 150})
    void everyWidthHasItsColumns(int columns) {
        var view = Scenes.all().get("standby-lost");

        assertGolden(
                "screen/width-" + columns + ".txt",
                Scenes.frame(view, columns, 24).text());
    }

    @Test
    void aTerminalWithoutUnicodeGetsAsciiOnly() {
        for (var store : Scenes.all().entrySet()) {
            var view = store.getValue().with(Theme.dark().ascii());
            var layout = ScreenLayout.of(view, 120, 36);
            var picture = Frame.of(view, layout, new Canvas(1, 1).picture(), new Canvas(1, 1).picture());

            assertTrue(picture.text().chars().allMatch(character -> character < 0x7f), picture.text());
        }
        var view = Scenes.all().get("standby-lost").with(Theme.monochrome().ascii());
        assertGolden("screen/ascii-80x24.txt", Scenes.frame(view, 80, 24).text());
        var loaded = Scenes.underLoad().with(Theme.monochrome().ascii());
        assertGolden(
                "screen/under-load-ascii-80x24.txt",
                Scenes.frame(loaded, 80, 24).text());
    }

    @Test
    void noSizeIsTooSmallOrTooLarge() {
        for (var view : Scenes.all().values()) {
            for (var columns : List.of(0, 1, 2, 3, 5, 8, 20, 49, 50, 51, 60, 79, 80, 81, 97, 120, 200, 500)) {
                for (var rows : List.of(0, 1, 2, 3, 5, 8, 11, 12, 13, 14, 15, 20, 24, 36, 60, 200)) {
                    for (var mode : Focus.Mode.values()) {
                        assertSize(view.with(view.focus().withMode(mode)), columns, rows);
                    }
                    assertSize(view.with(view.focus().withEventsLarge(true)), columns, rows);
                }
            }
        }
    }

    private static void assertSize(ScreenView view, int columns, int rows) {
        var layout = ScreenLayout.of(view, columns, rows);
        var picture = Frame.of(view, layout, Scenes.prompt(layout.promptArea()), Scenes.keys(layout.columns()));

        assertEquals(Math.max(1, columns), picture.columns());
        assertEquals(Math.max(1, rows), picture.rows());
        assertTrue(layout.promptArea().rows() > 0, columns + "x" + rows);
        assertEquals(
                picture.rows(),
                layout.promptArea().row()
                        + layout.promptArea().rows()
                        + layout.keys().rows());
    }
}
