package org.pgpoollab.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.Golden.assertGolden;
import static org.pgpoollab.cluster.Given.NOW;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.healthy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.screen.picture.GlyphStyle.Mark;
import org.pgpoollab.timeline.Event.Effect;
import org.pgpoollab.timeline.Event.Kind;

class PresentationTest {

    private static ScreenView captioned(String shown) {
        var view = Scenes.all().get(shown);
        return view.with(view.presentation().captioned(true));
    }

    /** Returns a view of a lab whose grid was held while it was healthy, 14 s before a standby was lost. */
    private static ScreenView held() {
        var lost = healthy().silent("pg-2", "connection refused", ago(0)).state();
        return Scenes.underLoad()
                .toggledHold()
                .seeing(lost, NOW.plusSeconds(14))
                .withEvents(List.of(
                        Scenes.event(0, Kind.NODE, Effect.TROUBLE, "pg-2 stopped answering (connection refused)")));
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 36", "200, 50"})
    void captionsAreBandsOverTheWholeWidth(int columns, int rows) {
        assertGolden(
                "screen/caption-" + columns + "x" + rows + ".txt",
                Scenes.frame(captioned("promoted"), columns, rows).text());
    }

    @Test
    void aLongEventTakesSeveralLines() {
        assertGolden(
                "screen/caption-long-80x24.txt",
                Scenes.frame(captioned("standby-lost"), 80, 24).text());
    }

    @Test
    void anEventIsABarOfItsColourWhileItIsFresh() {
        var view = captioned("promoted");

        assertTrue(isBar(view));
        assertFalse(isBar(view.at(NOW.plusSeconds(15))));
    }

    private static boolean isBar(ScreenView view) {
        var picture = Scenes.frame(view, 120, 36);
        var lines = picture.lines();
        for (var row = 0; row < lines.size(); row++) {
            if (lines.get(row).contains("pg-1 writes on timeline 2")) {
                return picture.glyph(60, row).style().has(Mark.REVERSE)
                        && picture.glyph(118, row - 1).style().has(Mark.REVERSE);
            }
        }
        throw new AssertionError(picture.text());
    }

    @Test
    void captionsTakeNoRowFromANode() {
        var lines = Scenes.frame(captioned("under-load"), 80, 24).text();

        for (var node : Given.lab(3, 3).nodes()) {
            assertTrue(lines.contains("│ " + node.name()) || lines.contains("│▸" + node.name()), lines);
        }
    }

    @Test
    void aLabWithoutEventsHasNoCaption() {
        var view = Scenes.resting(Given.lab(3, 3)).seeing(healthy().state(), NOW);

        var text = Scenes.frame(view.with(Presentation.USUAL.captioned(true)), 80, 24)
                .text();

        assertTrue(text.contains("nothing has changed yet"), text);
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 36"})
    void aGridThatIsHeldStaysWhileAllElseGoesOn(int columns, int rows) {
        assertGolden(
                "screen/held-" + columns + "x" + rows + ".txt",
                Scenes.frame(held(), columns, rows).text());
    }

    @Test
    void letGoTheGridIsTheNewest() {
        var view = held().toggledHold();

        assertEquals(view, view.grid());
        assertFalse(view.presentation().isHolding());
        assertTrue(Scenes.frame(view, 120, 36).text().contains("✗ refused"));
    }

    @Test
    void aGridIsNotHeldAnyLongerThanItsLab() {
        assertFalse(held().notRunning(Given.lab(3, 3)).presentation().isHolding());
        assertFalse(held().seeing(healthy(5, 3).state(), NOW).presentation().isHolding());
    }

    @Test
    void withoutASnapshotThereIsNothingToHold() {
        var view = Scenes.resting(Given.lab(3, 3));

        assertEquals(view, view.toggledHold());
    }

    @Test
    void aNodeCanBeSelectedInAGridThatIsHeld() {
        var view = held();
        var node = Given.lab(3, 3).nodes().get(1);

        var text = Scenes.frame(view.with(view.focus().on(node)), 120, 36).text();

        assertTrue(text.contains("▸pg-1"), text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 49, 50, 51, 79, 80, 120, 500})
    void noSizeIsTooSmallOrTooLarge(int columns) {
        for (var shown : List.of("not-running", "under-load", "nine-and-nine")) {
            var view = captioned(shown).toggledHold();
            for (var rows : List.of(0, 1, 11, 12, 13, 16, 24, 200)) {
                var picture = Scenes.frame(view, columns, rows);

                assertEquals(Math.max(1, columns), picture.columns());
                assertEquals(Math.max(1, rows), picture.rows());
            }
        }
    }

    @Test
    void theTimeForWhichAGridIsHeldGoesOn() {
        var view = held();

        assertTrue(Scenes.frame(view, 80, 24).text().contains("14 s ago"));
        assertTrue(Scenes.frame(view.at(NOW.plus(Duration.ofMinutes(2))), 80, 24)
                .text()
                .contains("2 min ago"));
    }
}
