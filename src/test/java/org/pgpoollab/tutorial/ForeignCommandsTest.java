package org.pgpoollab.tutorial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.lesson.CommandCheck;
import org.pgpoollab.lesson.LessonParser;
import org.pgpoollab.lesson.LessonTemplate;
import org.pgpoollab.session.CommandRunner;

class ForeignCommandsTest {

    private static List<String> asked(String text) {
        return ForeignCommands.asked(LessonParser.parse("a", "a.md", text, CommandCheck.ANY), CommandRunner.NONE);
    }

    @Test
    void commandsOfTheLabNeedNoQuestion() {
        assertEquals(List.of(), asked(LessonTemplate.TEXT));
    }

    @Test
    void whateverCanRunAProgramIsAskedFor() {
        var text = """
                ---
                title: A
                minutes: 5
                settings:
                  postgres.archive_command: touch /tmp/x
                ---
                ## A
                ```prepare
                exec pg-0 -- id
                load start
                load start; exec pg-0 -- id
                ```
                ```goals
                pg-2 is down
                row "copy t to program 'id'" on pg-0 is ""
                ```
                ```solution
                stop pg-2
                psql "select 1"
                drill primary-loss --report /tmp/x
                reconfigure --yes --folder /tmp/x
                kill pg-0 --lab=other
                ```
                """;

        assertEquals(
                List.of(
                        "up --set postgres.archive_command=touch /tmp/x",
                        "exec pg-0 -- id",
                        "load start; exec pg-0 -- id",
                        "psql \"select 1\"",
                        "drill primary-loss --report /tmp/x",
                        "reconfigure --yes --folder /tmp/x",
                        "kill pg-0 --lab=other",
                        "row \"copy t to program 'id'\" on pg-0 is \"\""),
                asked(text));
    }
}
