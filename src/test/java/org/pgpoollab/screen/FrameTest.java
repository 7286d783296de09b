package org.pgpoollab.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.NOW;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.healthy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.MachineLoad;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.report.DisplayWidth;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.Colour;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.screen.picture.GlyphStyle.Mark;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.screen.picture.Picture.Place;
import org.pgpoollab.timeline.Event.Effect;
import org.pgpoollab.timeline.Event.Kind;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

class FrameTest {

    private static final String HOSTILE = "\u001b[31m\u0007主节点 🔥 e\u0301 \u202e\n\ud800 does not answer at all";

    @Test
    void aScreenThatOpensSaysThatItLooksAndOfNoProblem() {
        var opened = Scenes.resting(healthy().lab()).looking();
        var half = healthy().unasked("pg-1").silent("pgpool-2").state();

        for (var view : List.of(opened, opened.seeing(half, NOW))) {
            var text = Scenes.frame(view, 120, 36).text();

            assertTrue(text.contains("· looking …"), text);
            assertFalse(text.contains("not running"), text);
            assertFalse(text.contains("problem"), text);
            assertFalse(text.contains("does not answer"), text);
        }
    }

    @Test
    void aLabThatStartsHasNoProblemsYet() {
        var starting = new ObservationContext(true, MachineLoad.UNKNOWN);
        var state =
                healthy().silent("pg-1").silent("pgpool-2").context(starting).state();

        var text = Scenes.frame(Scenes.settled(state), 120, 36).text();

        assertTrue(text.contains("· starting"), text);
        assertFalse(text.contains("problem"), text);
        assertFalse(text.contains("does not answer"), text);
    }

    @Test
    void theFirstLineNamesTheVersionsWhereThereIsRoom() {
        var versions =
                ProgramVersions.of(ProgramVersion.of(17), ProgramVersion.of(5, 5, 0), ProgramVersion.of(4, 6, 1));
        var view = Scenes.settled(
                healthy().context(ObservationContext.NONE.with(versions)).state());

        var wide = Scenes.frame(view, 120, 36).text().lines().findFirst().orElseThrow();
        var narrow = Scenes.frame(view, 80, 24).text().lines().findFirst().orElseThrow();

        assertTrue(wide.contains("pg 17 · pgpool 4.6.1"), wide);
        assertTrue(wide.contains("quorum 3 of 3, needs 2"), wide);
        assertFalse(narrow.contains("4.6.1"), narrow);
        assertTrue(narrow.contains("VIP on"), narrow);
    }

    @Test
    void whatCannotBeToldOnABusyMachineIsNoProblem() {
        var state = healthy().undecided("pg-1").undecided("pgpool-2").state();

        var text = Scenes.frame(Scenes.settled(state), 120, 36).text();

        assertTrue(text.contains("· not known yet"), text);
        assertFalse(text.contains("problem"), text);
    }

    @Test
    void monochromeHasNoColours() {
        for (var view : Scenes.all().values()) {
            var picture = Scenes.frame(view.with(Theme.monochrome()), 120, 36);

            forEachStyle(picture, style -> {
                assertEquals(Colour.DEFAULT, style.foreground());
                assertEquals(Colour.DEFAULT, style.background());
            });
        }
    }

    @Test
    void theThemesHaveTheSameCharacters() {
        var view = Scenes.all().get("promoted");
        var expected = Scenes.frame(view, 120, 36).text();

        for (var theme : List.of(Theme.light(), Theme.richDark(), Theme.richLight(), Theme.monochrome())) {
            assertEquals(expected, Scenes.frame(view.with(theme), 120, 36).text());
        }
    }

    @Test
    void whatAServerSaysCannotBreakTheColumns() {
        var state = healthy()
                .silent("pg-2", HOSTILE, ago(4))
                .receiver("pg-1", "受信中🔥\u001b[0m")
                .watchdog("pgpool-1", "\u001b]0;x\u0007状態")
                .quorum("定足数\u0000")
                .state();
        var view = Scenes.resting(state.lab())
                .seeing(state, NOW)
                .withMessage("録画\u001b")
                .withEvents(List.of(Scenes.event(1, Kind.NODE, Effect.TROUBLE, HOSTILE.repeat(9))));

        for (var columns : List.of(50, 64, 80, 120, 200)) {
            for (var theme : List.of(Theme.dark(), Theme.dark().ascii())) {
                assertColumnsKept(Scenes.frame(view.with(theme), columns, 24), columns);
            }
        }
    }

    private static void assertColumnsKept(Picture picture, int columns) {
        for (var line : picture.lines().subList(1, 14)) {
            assertEquals(columns, DisplayWidth.of(line), line);
            assertTrue(line.chars().noneMatch(character -> character < ' '), line);
        }
    }

    @Test
    void aChangedCellIsMarkedWithAGlyphAndReversedForTwoSeconds() {
        var view = Scenes.changing(
                healthy().state(), healthy().silent("pg-2", "refused", ago(0)).state());

        var fresh = Scenes.frame(view, 120, 36);
        var later = Scenes.frame(view.at(NOW.plusSeconds(2)), 120, 36);

        var row = 5;
        assertTrue(fresh.line(row).contains("›✗ refused 0 s"), fresh.line(row));
        assertTrue(fresh.glyph(12, row).style().has(Mark.REVERSE));
        assertTrue(later.line(row).contains(" ✗ refused 0 s"), later.line(row));
        assertFalse(later.glyph(12, row).style().has(Mark.REVERSE));
    }

    @Test
    void aMessageStaysInSightInEveryWidth() {
        var view = Scenes.settled(healthy().state()).withMessage("read-only · recording");

        for (var columns = 50; columns <= 200; columns++) {
            var header = Scenes.frame(view, columns, 24).line(0);

            assertTrue(header.contains(" read-only · recording "), header);
            assertTrue(header.contains("● healthy"), header);
        }
    }

    @Test
    void anOldFactShowsItsAge() {
        var view = Scenes.settled(healthy().state()).at(NOW.plusSeconds(5));

        var picture = Scenes.frame(view, 120, 36);

        assertTrue(picture.line(4).contains(" standby 5 s ago"), picture.line(4));
        assertTrue(picture.line(9).contains(" standby 5 s ago"), picture.line(9));
    }

    @Test
    void theSelectedNodeIsPointedAtAndBroughtIntoSight() {
        var view = Scenes.settled(healthy(9, 3).state());
        var selected = view.with(view.focus().on(Node.postgres(8)));

        var picture = Scenes.frame(selected, 80, 20);

        var row = picture.lines().stream()
                .filter(line -> line.startsWith("│▸pg-8"))
                .findFirst();
        assertTrue(row.isPresent(), picture.text());
        assertTrue(picture.line(1).contains("▲ "), picture.line(1));
    }

    @Test
    void theMouseFindsTheNodeOfARow() {
        var view = Scenes.settled(healthy().state());
        var layout = ScreenLayout.of(view, 80, 24);

        assertEquals(Optional.of(Node.postgres(0)), layout.nodeAt(view, 5, 3));
        assertEquals(Optional.of(Node.pgpool(2)), layout.nodeAt(view, 40, 10));
        assertEquals(Optional.empty(), layout.nodeAt(view, 5, 2));
        assertEquals(Optional.empty(), layout.nodeAt(view, 5, 20));
    }

    @Test
    void thePromptsCursorBecomesTheScreens() {
        var view = Scenes.settled(healthy().state());
        var area = ScreenLayout.of(view, 80, 24).promptArea();

        var picture = Scenes.frame(view, 80, 24);

        assertEquals(Optional.of(new Place(5, area.row() + 3)), picture.cursor());
    }

    @Test
    void anOverlayStandsInTheMiddleAndTakesTheCursorAway() {
        var base = Scenes.frame(Scenes.settled(healthy().state()), 80, 24);
        var overlay = new Canvas(10, 3);
        overlay.write(0, 1, "over there", GlyphStyle.PLAIN);

        var both = Frame.over(base, overlay.picture());

        assertEquals("over there", both.line(11).substring(35, 45));
        assertEquals(Optional.empty(), both.cursor());
        assertEquals(80, Frame.over(base, new Canvas(200, 99).picture()).columns());
    }

    @Test
    void largeEventsTakeThePlaceOfTheGridAndScroll() {
        var many = IntStream.range(0, 100)
                .mapToObj(index -> Scenes.event(100 - index, Kind.NODE, Effect.CHANGE, "event " + index))
                .toList();
        var view = Scenes.settled(healthy().state()).withEvents(many);
        var large = view.with(view.focus().withEventsLarge(true));
        var rows = ScreenLayout.of(large, 80, 24).eventsArea().rows();

        var picture = Scenes.frame(EventSelection.moved(large, 9 + rows, rows), 80, 24);

        assertTrue(picture.text().contains("event 89"), picture.text());
        assertFalse(picture.text().contains("event 90"), picture.text());
        assertTrue(picture.line(1).contains("▼ 10 newer"), picture.line(1));
        assertTrue(rows >= 10);
    }

    @Test
    void theSelectedEventIsMarkedAndStaysVisibleWhenOthersCome() {
        var old = Scenes.event(200, Kind.NODE, Effect.CHANGE, "the selected one");
        var newer = IntStream.range(0, 100)
                .mapToObj(index -> Scenes.event(100 - index, Kind.NODE, Effect.CHANGE, "event " + index))
                .toList();
        var view = Scenes.settled(healthy().state()).withEvents(List.of(old, newer.get(0)));
        var selected = EventSelection.moved(view.with(view.focus().withEventsLarge(true)), 1, 10);

        var picture = Scenes.frame(
                selected.withEvents(
                        Stream.concat(Stream.of(old), newer.stream()).toList()),
                80,
                24);

        assertTrue(picture.line(2).contains("▸"), picture.text());
        assertTrue(picture.line(2).contains("the selected one"), picture.text());
    }

    private interface StyleCheck {
        void accept(GlyphStyle style);
    }

    private static void forEachStyle(Picture picture, StyleCheck check) {
        for (var row = 0; row < picture.rows(); row++) {
            for (var column = 0; column < picture.columns(); column++) {
                check.accept(picture.glyph(column, row).style());
            }
        }
    }
}
