package org.pgpoollab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.Golden;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.topology.LabKey;

class LessonParserTest {

    private static final String HEAD = """
            ---
            title: A test
            minutes: 5
            ---

            """;

    private static final String TASK = """
            ## Stop it

            ```goals
            pg-2 is down
            ```

            ```solution
            stop pg-2
            ```
            """;

    /** Knows {@code stop}, {@code start} and {@code wait}, each with words. */
    private static final CommandCheck COMMANDS = new CommandCheck() {
        @Override
        public Optional<Problem> problem(String line) {
            return isName(line.split(" ")[0])
                    ? Optional.empty()
                    : Optional.of(new Problem("there is no command " + line.split(" ")[0], "", "help"));
        }

        @Override
        public boolean isName(String word) {
            return List.of("stop", "start", "wait").contains(word);
        }
    };

    private static Lesson parse(String text) {
        return LessonParser.parse("test", "test.md", text, COMMANDS);
    }

    @Test
    void theTemplateIsALessonWithoutMistakes() {
        var lesson = LessonParser.parse("mine", "mine.md", LessonTemplate.TEXT, CommandCheck.ANY);

        assertEquals("A lesson of mine", lesson.title());
        assertEquals(2, lesson.tasks().size());
        assertEquals(3, lesson.sections().size());
        assertEquals("3", lesson.wishes().values().get(LabKey.PGPOOL));
        var task = lesson.tasks().get(0);
        assertEquals("pg-2 does not answer", task.goals().get(0).words());
        assertEquals("stop pg-2", task.solution().get(0).text());
        assertEquals(
                "A line like this says why the command below it is typed.",
                task.solution().get(0).reason());
        assertEquals(2, task.questions().get(0).rightAnswer());
        assertTrue(task.questions().get(0).reply(1).startsWith("Do writes go on?"));
        assertTrue(task.instruction().startsWith("say in a sentence"));
        assertEquals(1, task.explanation().size());
        assertTrue(lesson.introduction().startsWith("The text before the first section"));
    }

    @Test
    void sectionsWithoutGoalsAreReadBeforeTheTaskThatFollows() {
        var lesson = parse(HEAD + "## Words\n\nA backend is …\n\n" + TASK + "## Remember\n\nThat.\n");

        assertEquals(List.of("Words"), titles(lesson.readingsBefore(0)));
        assertEquals(List.of("Remember"), titles(lesson.readingsBefore(1)));
    }

    private static List<String> titles(List<LessonSection> sections) {
        return sections.stream().map(LessonSection::title).toList();
    }

    static List<Arguments> mistakes() {
        return List.of(
                mistake("no front matter", TASK, "line 1: the front matter is missing"),
                mistake("unknown key", "---\ntitle: A\nminutes: 5\nlevel: 3\n---\n" + TASK, "line 4: level is no key"),
                mistake("misspelt key", "---\ntitel: A\nminutes: 5\n---\n" + TASK, "line 2: titel is no key"),
                mistake(
                        "key twice",
                        "---\ntitle: A\ntitle: B\nminutes: 5\n---\n" + TASK,
                        "line 3: title is given twice"),
                mistake("no minutes", "---\ntitle: A\n---\n" + TASK, "line 1: minutes is missing"),
                mistake("minutes", "---\ntitle: A\nminutes: long\n---\n" + TASK, "line 3: minutes cannot be 'long'"),
                mistake("not YAML", "---\ntitle: [A\n---\n" + TASK, "is not YAML"),
                mistake(
                        "unknown lab key",
                        "---\ntitle: A\nminutes: 5\nlab:\n  postgers: 3\n---\n" + TASK,
                        "line 5: lab.postgers is no key"),
                mistake(
                        "lab that cannot be",
                        "---\ntitle: A\nminutes: 5\nlab:\n  postgres: 99\n---\n" + TASK,
                        "--postgres"),
                mistake(
                        "setting for no file",
                        "---\ntitle: A\nminutes: 5\nsettings:\n  pgpol.auto_failback: off\n---\n" + TASK,
                        "pgpol"),
                mistake(
                        "learn is text",
                        "---\ntitle: A\nminutes: 5\nlearn: much\n---\n" + TASK,
                        "line 4: learn must be a list"),
                mistake(
                        "a condition that wait does not have",
                        HEAD + TASK + "```prepare\nwait row \"select 1\" on pg-0 is \"1\"\n```\n",
                        "line 16: \"row\" is not understood"),
                mistake("no task", HEAD + "## Read\n\nText.\n", "the lesson has no task"),
                mistake(
                        "unknown block",
                        HEAD + TASK + "```goal\npg-1 is up\n```\n",
                        "line 15: goal is no kind of block"),
                mistake("block without kind", HEAD + TASK + "```\nx\n```\n", "line 15: the block has no kind"),
                mistake("open block", HEAD + TASK + "```text\nx\n", "line 15: the block is not closed"),
                mistake("block before a section", HEAD + "```text\nx\n```\n" + TASK, "line 6: a block stands before"),
                mistake("goal", HEAD + task("pg-2 is dwon", "stop pg-2"), "line 9: \"dwon\" is not understood"),
                mistake("goal of no node", HEAD + task("pg-7 is down", "stop pg-2"), "line 9: there is no node pg-7"),
                mistake(
                        "goal with a limit",
                        HEAD + task("pg-2 is down for 3s", "stop pg-2"),
                        "line 9: a goal has no time limit"),
                mistake(
                        "psql's own",
                        HEAD + task("row \"\\! ls\" on pg-1 is \"\"", "stop pg-2"),
                        "line 9: \"\\! ls\" is no query"),
                mistake("command", HEAD + task("pg-2 is down", "stpo pg-2"), "line 13: there is no command stpo"),
                mistake(
                        "no solution",
                        HEAD + "## A\n```goals\npg-2 is down\n```\n",
                        "line 6: the task \"A\" has no solution"),
                mistake(
                        "solution alone",
                        HEAD + TASK + "## B\n```solution\nstop pg-2\n```\n",
                        "line 15: the section \"B\" has no goals"),
                mistake("empty hint", HEAD + TASK + "```hint\n```\n", "line 15: the hint is empty"),
                mistake(
                        "no right answer",
                        HEAD + TASK + question("- [ ] a\n- [ ] b"),
                        "the question has no right answer"),
                mistake(
                        "two right answers",
                        HEAD + TASK + question("- [x] a\n- [x] b"),
                        "the question has 2 right answers"),
                mistake("one answer", HEAD + TASK + question("- [x] a"), "the question has too few answers"),
                mistake(
                        "text among answers",
                        HEAD + TASK + question("- [x] a\nb\n- [ ] c"),
                        "line 18: this line is no part of a question"),
                mistake(
                        "asks nothing",
                        HEAD + TASK + "```question\n- [x] a\n- [ ] b\n```\n",
                        "the question asks nothing"),
                mistake(
                        "question before the solution",
                        HEAD + "## A\n" + question("- [ ] a\n- [x] b") + "```solution\nstop pg-2\n```\n",
                        "line 7: the question stands before the solution"),
                mistake(
                        "reply to the right answer",
                        HEAD + TASK + question("- [ ] a\n- [x] b\n  > so it is"),
                        "line 19: the right answer has a reply"),
                mistake(
                        "instruction behind the solution",
                        HEAD + TASK + "\n**Now:** again.\n",
                        "the instruction stands in the wrong place"),
                mistake(
                        "long instruction",
                        HEAD + "## A\n**Now:** " + "stop it ".repeat(30) + "\n\n"
                                + TASK.lines().skip(2).collect(Collectors.joining("\n")),
                        "line 7: the instruction is too long"),
                mistake("lab line", HEAD + TASK + "```lab\nlab> stpo pg-1\n```\n", "line 16: there is no command stpo"),
                mistake("control character", HEAD + TASK + "\u001b[2J\n", "line 15: this is no text"));
    }

    private static Arguments mistake(String name, String text, String told) {
        return Arguments.of(name, text, told);
    }

    private static String task(String goal, String solution) {
        return "## A task\n\n```goals\n" + goal + "\n```\n\n```solution\n" + solution + "\n```\n";
    }

    private static String question(String answers) {
        return "```question\nWhich?\n" + answers + "\n```\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsToldWithItsLine(String name, String text, String told) {
        var refused = assertThrows(LabException.class, () -> parse(text));

        assertTrue(refused.problems().get(0).what().contains(told), refused.getMessage());
    }

    @Test
    void inlineCodeThatIsNoCommandIsToldIfItBeginsWithTheNameOfOne() {
        var strict = new CommandCheck() {
            @Override
            public Optional<Problem> problem(String line) {
                return line.equals("stop pg-2")
                        ? Optional.empty()
                        : Optional.of(new Problem("cannot: " + line, "", ""));
            }

            @Override
            public boolean isName(String word) {
                return word.equals("stop");
            }
        };
        var text = HEAD + TASK + "\nThe second line\nhas `stop --hard pg-2`, `stop NODE`, `stop` and `ls -l`.\n";

        var refused = assertThrows(LabException.class, () -> LessonParser.parse("t", "t.md", text, strict));

        assertEquals(List.of("t.md line 17: cannot: stop --hard pg-2"), whats(refused));
    }

    private static List<String> whats(LabException refused) {
        return refused.problems().stream().map(Problem::what).toList();
    }

    @Test
    void allMistakesOfAFileAreToldAtOnceInTheOrderOfLines() {
        var text = """
                ---
                title: A test
                minutes: 500
                level: 3
                lab:
                  postgers: 3
                ---

                ## First

                ```goals
                pg-2 is dwon
                vip holders at most many
                ```

                ```soluton
                stop pg-2
                ```

                ## Second

                ```solution
                stpo pg-2
                ```

                ```question
                Which?
                - [ ] a
                - [ ] b
                ```

                ```hint
                """;

        var refused = assertThrows(LabException.class, () -> parse(text));

        Golden.assertGolden(
                "lesson/mistakes.txt",
                refused.problems().stream().map(Problem::text).collect(Collectors.joining("\n\n", "", "\n")));
    }
}
