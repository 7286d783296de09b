package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;

/** Labs on a file system that is too small, which only root can mount. */
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
        while (run("umount", disk.toString())) {
            // One mount lies over the other.
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

    /** From no room for the lab's file to room for all but the data. */
    @Test
    void whatCannotBeWrittenForWantOfInodesIsToldAndUndone() {
        for (var inodes : List.of("6", "36", "40", "60")) {
            mount("size=64m,nr_inodes=" + inodes);

            var refused = program.run("up", "--postgres", "1", "--pgpool", "1")
                    .mustBe(1)
                    .errors();

            assertTrue(refused.contains("No space left on device"), refused);
            assertEquals(List.of(), program.processes());
            assertEquals(List.of(), program.labs());
        }
    }
}
