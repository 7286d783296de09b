package org.pgpoollab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Golden;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.report.WordWrap;

class LessonLinesTest {

    private static final Instant BEGUN = Instant.parse("2026-01-01T12:00:00Z");
    private static final int WIDTH = 80;

    private static final String TEXT = """
            ## Everything that Markdown has

            A paragraph with **strong** words, *emphasis*, `stop pg-2` and a [link](https://example.org/page.html), which is
            long enough to be wrapped at the width of the terminal, and names {{write outage}}.

            - a point that is longer than one line, so that its second line must stand below the first word of it and not below the mark
            - another
              1. first
              2. second

            > A quotation, which is also longer than one line of the terminal, so that each of its lines has a mark before it.

            | setting | here | with another value |
            |---|---|---|
            | `health_check_period` | 1 s | longer: the dead standby keeps getting reads for longer, and each of them fails |
            | `auto_failback` | off | on: a standby that streams again comes back by itself |

            ```sql
            select   1;
            ```
            """;

    @Test
    void allOfMarkdownFitsIntoEightyColumns() {
        var lines = new LessonLines(WIDTH, TerminalLook.PLAIN).markdown(TEXT);

        assertTrue(lines.stream().allMatch(line -> WordWrap.width(line) <= WIDTH), String.join("\n", lines));
        Golden.assertGolden("lesson/markdown.txt", String.join("\n", lines) + "\n");
    }

    @Test
    void aTaskIsShownWithItsGoalsHintsAndQuestion() {
        var lesson = LessonParser.parse("mine", "mine.md", LessonTemplate.TEXT, CommandCheck.ANY);
        var task = lesson.tasks().get(0);
        var goals = List.of(
                new GoalStatus(task.goals().get(0), true, "pg-2 does not answer"),
                new GoalStatus(task.goals().get(1), false, "pgpool-1 holds pg-2 up"));
        var progress = new TaskProgress(LessonEvidence.since(BEGUN), Set.of(0), goals, TaskProgress.NEVER);
        var run = LessonRun.of("mine", "", BEGUN).with(progress).withHint();

        var lines = new LessonLines(WIDTH, TerminalLook.PLAIN).of(LessonView.of(lesson, run));

        Golden.assertGolden("lesson/task.txt", String.join("\n", lines) + "\n");
    }

    @Test
    void aQuestionIsAskedWhenTheGoalsAreMetAndUntilItIsAnswered() {
        var lesson = LessonParser.parse("mine", "mine.md", LessonTemplate.TEXT, CommandCheck.ANY);
        var begun = LessonRun.of("mine", "", BEGUN);
        var met = new TaskProgress(LessonEvidence.since(BEGUN), Set.of(0, 1), List.of(), BEGUN.plusSeconds(5));

        assertEquals("", LessonView.of(lesson, begun).question());
        assertEquals(
                "Does the primary need pg-2?",
                LessonView.of(lesson, begun.with(met)).question());
        assertEquals("", LessonView.of(lesson, begun.with(met).withAnswered(0)).question());
        assertTrue(LessonView.of(lesson, begun.with(met).withAnswered(0))
                .instruction()
                .contains("Go on"));
    }

    @Test
    void withColoursCodeIsColouredAndHasNoQuotes() {
        var lines = new LessonLines(WIDTH, TerminalLook.COLOUR).markdown("Type `heal` **now**.");

        assertEquals(List.of("Type \033[36mheal\033[39m \033[1mnow\033[22m."), lines);
    }
}
