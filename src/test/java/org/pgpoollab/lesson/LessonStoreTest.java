package org.pgpoollab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.topology.LabDirectory;

class LessonStoreTest {

    private static final Instant BEGUN = Instant.parse("2026-01-01T12:00:00Z");

    private final Lesson lesson = LessonParser.parse("mine", "mine.md", LessonTemplate.TEXT, CommandCheck.ANY);

    @TempDir
    Path labs;

    private LessonStore store(String lab) {
        return new LessonStore(new LabDirectory(labs.resolve(lab)));
    }

    @Test
    void whatWasDoneSurvivesTheProgram() {
        var answer = new LessonRecord.GivenAnswer("Which?", "that", false);

        store("default")
                .changeProgress(before -> before.change(
                        lesson,
                        record -> record.started().hinted().answered(answer).taskDone(1)));
        store("other").changeProgress(before -> before.change(lesson, record -> record.doneAt("2026-01-01T12:05:00Z")));

        var record = store("default").progress().of("mine").orElseThrow();
        assertEquals(1, record.runs());
        assertEquals(1, record.hints());
        assertEquals(1, record.tasks());
        assertEquals(1, record.wrongAnswers());
        assertTrue(record.isDone());
    }

    @Test
    void eachLabHasALessonOfItsOwnThatGoesWithItsFiles() throws IOException {
        Files.createDirectories(labs.resolve("default"));
        var store = store("default");

        store.begin(LessonRun.of("mine", "", BEGUN), LessonTemplate.TEXT);

        assertEquals("mine", store.run().orElseThrow().lesson());
        assertEquals(LessonTemplate.TEXT, store.text());
        assertTrue(store("other").run().isEmpty());
        store.end();
        assertTrue(store.run().isEmpty());
        try (var left = Files.list(labs.resolve("default"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aLateResultOfAnEarlierTaskChangesNothing() throws IOException {
        Files.createDirectories(labs.resolve("default"));
        var store = store("default");
        var first = LessonRun.of("mine", "", BEGUN);
        store.begin(first.atTask(1, BEGUN.plusSeconds(9)), LessonTemplate.TEXT);

        store.change(first, LessonRun::withHint);

        assertEquals(0, store.run().orElseThrow().hints());
    }

    @Test
    void whatOneProcessHasSeenAnotherDoesNotForget() {
        var met = new TaskProgress(LessonEvidence.since(BEGUN), Set.of(0), List.of(), BEGUN.plusSeconds(5));
        var run = LessonRun.of("mine", "", BEGUN).with(met);

        assertTrue(run.with(TaskProgress.since(BEGUN)).progress().isMet());
        assertEquals(Set.of(0), run.with(TaskProgress.since(BEGUN)).progress().seen());
    }

    @Test
    void aDamagedFileCountsAsNone() throws IOException {
        Files.createDirectories(labs.resolve(".lessons"));
        Files.createDirectories(labs.resolve("default"));
        Files.writeString(labs.resolve(".lessons/progress.json"), "{\"lessons\":[{\"runs\":\"x\"}");
        Files.writeString(labs.resolve("default/.lesson.json"), "torn");

        var store = store("default");

        assertEquals(LessonProgress.NONE, store.progress());
        assertTrue(store.run().isEmpty());
    }
}
