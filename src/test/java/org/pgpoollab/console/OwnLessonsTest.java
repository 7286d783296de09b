package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.Golden;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.lesson.CommandCheck;
import org.pgpoollab.lesson.LessonLibrary;
import org.pgpoollab.lesson.LessonParser;
import org.pgpoollab.lesson.LessonTemplate;

/** Tests that every lesson of this program, and the template, can be read, and that their commands are there. */
class OwnLessonsTest {

    private static final CommandCheck COMMANDS = new CommandCheck() {
        @Override
        public Optional<Problem> problem(String line) {
            return CommandSyntax.problem(line);
        }

        @Override
        public boolean isName(String word) {
            return CommandSyntax.isCommand(word);
        }
    };

    static Stream<LessonLibrary.Source> lessons() {
        return Stream.concat(
                LessonLibrary.own().stream(),
                Stream.of(new LessonLibrary.Source("template", "mine.md", "mine.md", LessonTemplate.TEXT)));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void aLessonHasNoMistakes(LessonLibrary.Source source) {
        var lesson = LessonParser.parse(source.name(), source.file(), source.text(), COMMANDS);

        assertFalse(lesson.tasks().isEmpty());
        for (var task : lesson.tasks()) {
            assertFalse(task.instruction().isEmpty(), task.title() + " has no **Now:**");
        }
    }

    @Test
    void aLessonIsFoundByItsNameAndItsNumber() {
        for (var source : LessonLibrary.own()) {
            var number = source.file().replaceFirst(".*/0?(\\d+)-.*", "$1");

            assertEquals(source, LessonLibrary.find(source.name()));
            assertEquals(source, LessonLibrary.find(number));
        }
    }

    @Test
    void aLineIsCheckedWithoutBeingRun() {
        assertTrue(CommandSyntax.problem("stop pg-1; wait pg-1 is down for 3s").isEmpty());
        assertEquals(
                List.of("stop has no option --hrad"),
                CommandSyntax.problem("stop pg-1 --hrad").stream()
                        .map(Problem::what)
                        .toList());
        assertTrue(CommandSyntax.problem("stpo pg-1").isPresent());
        assertTrue(CommandSyntax.problem("psql 'select").isPresent());
    }

    @Test
    void everyMistakeOfAFileIsToldAtOnceByItsLine() throws IOException {
        var text = Files.readString(Path.of("src/test/resources/lesson-files/mistakes.md"));

        var refused =
                assertThrows(LabException.class, () -> LessonParser.parse("mistakes", "mistakes.md", text, COMMANDS));

        Golden.assertGolden(
                "lesson/every-mistake.txt",
                refused.problems().stream().map(Problem::text).collect(Collectors.joining("\n\n", "", "\n")));
    }
}
