package org.pgpoollab.tutorial;

import java.util.Optional;
import org.pgpoollab.Problem;
import org.pgpoollab.lesson.CommandCheck;
import org.pgpoollab.lesson.Lesson;
import org.pgpoollab.lesson.LessonLibrary;
import org.pgpoollab.lesson.LessonParser;
import org.pgpoollab.lesson.LessonRun;
import org.pgpoollab.session.CommandRunner;

/** Parses lessons, whose commands must be commands of this program. */
public final class LessonReader {

    private LessonReader() {}

    public static Lesson read(LessonLibrary.Source source, CommandRunner commands) {
        return LessonParser.parse(source.name(), source.file(), source.text(), check(commands));
    }

    /** Parses a lesson only to list it: its commands are not looked at, which takes longer than all else. */
    public static Lesson head(LessonLibrary.Source source) {
        return LessonParser.parse(source.name(), source.file(), source.text(), CommandCheck.ANY);
    }

    /** Parses the lesson of a run likewise. */
    static Lesson head(LessonRun run, String text) {
        return LessonParser.parse(run.lesson(), run.lesson(), text, CommandCheck.ANY);
    }

    static Lesson read(LessonRun run, String text, CommandRunner commands) {
        return LessonParser.parse(run.lesson(), run.isOwn() ? run.lesson() : run.file(), text, check(commands));
    }

    private static CommandCheck check(CommandRunner commands) {
        return new CommandCheck() {
            @Override
            public Optional<Problem> problem(String line) {
                return commands.problem(line);
            }

            @Override
            public boolean isName(String word) {
                return commands.isCommand(word);
            }
        };
    }
}
