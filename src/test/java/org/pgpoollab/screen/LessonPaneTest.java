package org.pgpoollab.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.Golden.assertGolden;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.lesson.CommandCheck;
import org.pgpoollab.lesson.GoalStatus;
import org.pgpoollab.lesson.LessonEvidence;
import org.pgpoollab.lesson.LessonParser;
import org.pgpoollab.lesson.LessonRun;
import org.pgpoollab.lesson.LessonTemplate;
import org.pgpoollab.lesson.LessonView;
import org.pgpoollab.lesson.TaskProgress;

class LessonPaneTest {

    /** Returns the first task of a lesson, the first of whose goals is met. */
    private static LessonView task() {
        var lesson = LessonParser.parse("mine", "mine.md", LessonTemplate.TEXT, CommandCheck.ANY);
        var goals = lesson.tasks().get(0).goals();
        var status = List.of(new GoalStatus(goals.get(0), true, ""), new GoalStatus(goals.get(1), false, ""));
        var begun = LessonEvidence.since(Given.NOW);
        var progress = new TaskProgress(begun, Set.of(0), status, TaskProgress.NEVER);
        return LessonView.of(
                lesson, LessonRun.of("mine", "", Given.NOW).with(progress).withHint());
    }

    private static ScreenView played(String shown) {
        var view = Scenes.all().get(shown);
        return view.with(view.lesson().showing(Optional.of(task())));
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
        var words = task().hints().get(0).split(" ");

        assertTrue(most > 0);
        assertFalse(Scenes.frame(view, columns, rows).text().contains(words[words.length - 1].strip()));
        assertTrue(Scenes.frame(end, columns, rows).text().contains(words[words.length - 1].strip()));
    }

    @Test
    void anotherTaskIsShownFromItsBeginning() {
        var scrolled = LessonPanel.NONE.showing(Optional.of(task())).scrolled(3);

        assertEquals(3, scrolled.showing(Optional.of(task())).offset());
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
