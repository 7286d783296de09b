package org.pgpoollab.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.Golden.assertGolden;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonPaneTest {

    private static ScreenView played(String shown) {
        var view = Scenes.all().get(shown);
        return view.with(view.lesson().showing(Optional.of(Scenes.task())));
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 36", "200, 50"})
    void aLessonIsBesideTheGridOrAmongItsPanes(int columns, int rows) {
        assertGolden(
                "screen/lesson-" + columns + "x" + rows + ".txt",
                Scenes.frame(played("standby-lost"), columns, rows).text());
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 36"})
    void hiddenItLeavesTheScreenAsItWasWithoutALesson(int columns, int rows) {
        var view = played("standby-lost");
        var hidden = view.with(view.lesson().toggled());

        assertEquals(
                Scenes.frame(Scenes.all().get("standby-lost"), columns, rows).text(),
                Scenes.frame(hidden, columns, rows).text());
        assertEquals(view.lesson(), hidden.lesson().toggled());
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 36"})
    void scrolledToItsEndItShowsItsLastLineAndNoMarkBelow(int columns, int rows) {
        var view = played("standby-lost");
        var most = ScreenLayout.of(view, columns, rows).mostLessonOffset(view);
        var end = view.with(view.lesson().scrolled(1000).within(most));
        var words = Scenes.task().hints().get(0).split(" ");

        assertTrue(most > 0);
        assertFalse(Scenes.frame(view, columns, rows).text().contains(words[words.length - 1].strip()));
        assertTrue(Scenes.frame(end, columns, rows).text().contains(words[words.length - 1].strip()));
    }

    @Test
    void codeIsShownWithoutItsQuotes() {
        var text = Scenes.frame(played("standby-lost"), 120, 36).text();

        assertTrue(Scenes.task().text().toString().contains("`"));
        assertFalse(text.contains("`"), text);
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 36"})
    void whatIsToBeDoneAndTheKeysThatScrollAreSeen(int columns, int rows) {
        var text = Scenes.frame(played("standby-lost"), columns, rows).text();

        assertTrue(text.contains("Now: say in a sentence"), text);
        assertTrue(text.contains("every pgpool holds it down"), text);
        assertTrue(text.contains("Alt-I/Alt-M scroll"), text);
        assertTrue(text.contains("F5 hides"), text);
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 36"})
    void theQuestionIsSeenOnceTheGoalsAreMet(int columns, int rows) {
        var view = Scenes.all().get("standby-lost");
        var asked = view.with(view.lesson().showing(Optional.of(Scenes.taskWithMetGoals())));
        var text = Scenes.frame(asked, columns, rows).text();

        assertTrue(text.contains("? Does the primary need pg-2?"), text);
        assertTrue(text.contains("2. no"), text);
    }

    @Test
    void aGoalThatIsMetBringsThePaneBackToItsBeginning() {
        var scrolled = LessonPanel.NONE.showing(Optional.of(Scenes.task())).scrolled(3);

        assertEquals(0, scrolled.showing(Optional.of(Scenes.taskWithMetGoals())).offset());
    }

    @Test
    void anotherTaskIsShownFromItsBeginning() {
        var scrolled = LessonPanel.NONE.showing(Optional.of(Scenes.task())).scrolled(3);

        assertEquals(3, scrolled.showing(Optional.of(Scenes.task())).offset());
        assertEquals(0, scrolled.showing(Optional.empty()).offset());
        assertFalse(scrolled.showing(Optional.empty()).isShown());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 49, 50, 79, 80, 119, 120, 121, 500})
    void noSizeIsTooSmallOrTooLarge(int columns) {
        for (var shown : Scenes.all().keySet()) {
            for (var rows : List.of(0, 1, 5, 11, 12, 13, 16, 24, 36, 200)) {
                var picture = Scenes.frame(played(shown), columns, rows);

                assertEquals(Math.max(1, columns), picture.columns());
            }
        }
    }
}
