package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;

/** Tests labs on a file system that is too small, which only root can mount. */
@Tag("live")
class SmallDiskLiveTest {

    @TempDir
    private Path output;

    @TempDir
    private Path disk;

    private Program program;

    @BeforeEach
    void aProgram() {
        program = Live.program(disk).writingTo(output);
    }

    @AfterEach
    void nothingIsLeft() {
        Live.leaveNothing(program);
        while (run("umount", disk.toString())) {
            // One mount may cover another.
        }
    }

    private void mount(String size) {
        if (!run("mount", "-t", "tmpfs", "-o", size, "tmpfs", disk.toString())) {
            Live.skip("only root can mount a small disk");
        }
    }

    private static boolean run(String... words) {
        return new ProcessShell().run(Command.of(words)).succeeded();
    }

    /** Covers sizes from no room for the lab's file to room for everything except the data. */
    @Test
    void whatCannotBeWrittenForWantOfInodesIsToldAndUndone() {
        for (var inodes : List.of("6", "36", "40", "60")) {
            mount("size=128m,nr_inodes=" + inodes);

            var refused = program.run("up", "--postgres", "1", "--pgpool", "1")
                    .mustBe(1)
                    .errors();

            assertTrue(refused.contains("No space left on device"), refused);
            assertEquals(List.of(), program.processes());
            assertEquals(List.of(), program.labs());
        }
    }

    /** Also checks that a node whose rewind was interrupted is not started, and recovers with the next {@code up}. */
    @Test
    void whereThereIsNoRoomForACopyNothingIsTouched() throws IOException {
        mount("size=450m");
        program.run("up", "--postgres", "2", "--pgpool", "1").mustBe(0);
        program.run("save", "lunch").mustBe(0);
        var fill = disk.resolve("fill");
        var room = disk.toFile().getUsableSpace() - 40_000_000;
        assertTrue(run("fallocate", "-l", String.valueOf(room), fill.toString()));

        var refused = program.run("reclone", "pg-1", "--yes").mustBe(1).errors();

        assertTrue(refused.contains("no room for a copy of the data of pg-0 beside what is there"), refused);
        var unsaved = program.run("save", "tea").mustBe(1).errors();
        assertTrue(unsaved.contains("there is no room for the save"), unsaved);
        var unrestored = program.run("restore", "lunch", "--yes").mustBe(1).errors();
        assertTrue(unrestored.contains("there is no room for a copy of the save lunch"), unrestored);
        program.run("expect", "cluster is healthy").mustBe(0);
        Files.delete(fill);

        program.run("stop", "pg-1").mustBe(0);
        program.run("exec", "pg-1", "--", "sh", "-c", "echo none >/run/lab/rewinding")
                .mustBe(0);
        assertTrue(program.run("start", "pg-1").mustBe(1).errors().contains("try      reclone pg-1"));
        assertTrue(program.run("diagnose").mustBe(0).output().contains("try      reclone pg-1"));
        program.run("down", "--keep", "--yes").mustBe(0);
        program.run("up").mustBe(0);
        program.run("expect", "cluster is healthy").mustBe(0);
        program.run("down", "--yes").mustBe(0);
        assertEquals(List.of(), program.processes());
    }
}
