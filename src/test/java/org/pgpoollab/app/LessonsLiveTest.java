package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.lesson.LessonLibrary;

/**
 * Plays lessons of this program as {@code lesson verify} does, as many as fit into its time: first those whose text was changed, then the others in
 * an order that another lesson begins every day. It prints which it left out.
 */
@Tag("live")
@Tag("alone")
class LessonsLiveTest {

    private static final Duration TIME = Duration.ofMinutes(8);

    /** The time that a lesson may need, with a lab of its own. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir
    Path state;

    @AfterEach
    void nothingIsLeft() {
        Live.leaveNothing(Program.withLabsIn(state));
    }

    @Test
    void lessonsAreUndoneBeforeTheirSolutionsAndDoneAfterThem() {
        var program = Live.programUnderLoad(state);
        var left = new ArrayList<>(inOrder());
        var time = LiveTimeLimit.left().filter(rest -> rest.compareTo(TIME) < 0).orElse(TIME);
        var end = System.nanoTime() + time.minus(LONGEST).toNanos();
        assertFalse(left.isEmpty());

        while (!left.isEmpty() && System.nanoTime() < end) {
            program.run("lesson", "verify", left.remove(0)).mustBe(0);
        }

        if (!left.isEmpty()) {
            System.out.println("LessonsLiveTest left out, for they would not fit into " + time.toMinutes()
                    + " minutes: " + String.join(", ", left));
        }
    }

    private static List<String> inOrder() {
        var names = new ArrayList<>(LessonLibrary.names());
        if (names.isEmpty()) {
            return names;
        }
        Collections.rotate(names, -(int) (LocalDate.now(ZoneOffset.UTC).toEpochDay() % names.size()));
        var changed = changed();
        var first = names.stream().filter(changed::contains).toList();
        names.removeAll(first);
        names.addAll(0, first);
        return names;
    }

    /** The lessons that the last commit or the working tree has changed; none where there is no git. */
    private static List<String> changed() {
        try {
            var diff = new ProcessShell().run(Command.of("git", "diff", "--name-only", "HEAD~", "--", "docs/lessons"));
            return diff.output()
                    .lines()
                    .map(line -> line.replaceFirst(".*/\\d+-(.*)\\.md", "$1"))
                    .toList();
        } catch (RuntimeException noGit) {
            return List.of();
        }
    }
}
