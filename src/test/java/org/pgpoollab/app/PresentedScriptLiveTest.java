package org.pgpoollab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script that docs/workshop.md is about, from its first command to its last. A presented script is one for standard input, too. */
@Tag("live")
@Tag("alone")
class PresentedScriptLiveTest {

    @TempDir
    private Path state;

    private Program program;

    @AfterEach
    void nothingIsLeft() {
        Live.leaveNothing(program);
    }

    @Test
    void everyCommandSucceedsAndTheLabIsHealthyAtTheEnd() throws IOException {
        program = Live.programUnderLoad(state);

        program.script(Files.readString(Path.of("assets/workshop.txt"))).mustBe(0);

        program.run("expect", "cluster is healthy").mustBe(0);
        program.run("expect", "faults are none").mustBe(0);
    }
}
