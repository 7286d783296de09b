package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;

/** Checks that a running lab is found and taken down whatever happened to its files, and that no command mistakes one lab for another. */
@Tag("live")
class FindAndEndLiveTest {

    @TempDir
    static Path state;

    private static Program program;

    @BeforeAll
    static void aProgram() {
        program = Live.program(state);
    }

    @AfterAll
    static void nothingIsLeft() {
        Live.leaveNothing(program);
    }

    @BeforeEach
    void aLabIsUp() {
        program.run("up", "--postgres", "1", "--pgpool", "1").mustBe(0);
    }

    @AfterEach
    void downEndsIt() {
        program.run("down", "--yes").mustBe(0);
        assertEquals(List.of(), program.processes());
        assertEquals(List.of(), program.labs());
    }

    private static Path lab(String name) {
        return state.resolve("pgpool-lab").resolve(name);
    }

    private static void shell(String... words) {
        var ended = new ProcessShell().run(Command.of(words));
        assertTrue(ended.succeeded(), ended.lastWords());
    }

    private static void mustRun(Program seenBy) {
        var listed = seenBy.run("list").mustBe(0).output();
        assertTrue(listed.contains("runs"), listed);
        assertTrue(program.hasHosts());
    }

    @Test
    void aCopyOfItsDirectoryNeitherEndsItNorItsLoad() throws IOException {
        program.run("load", "start", "--clients", "1", "--writes", "5", "--reads", "0")
                .mustBe(0);
        shell("cp", "-a", lab("default").toString(), lab("copy").toString());

        var refused = program.run("down", "--lab", "copy", "--yes").mustBe(1).errors();

        assertTrue(refused.contains("says name: default, but its directory is that of the lab copy"), refused);

        var made = Files.readString(lab("copy").resolve("lab.yaml"));
        Files.writeString(lab("copy").resolve("lab.yaml"), made.replace("default", "copy"));
        program.run("load", "stop", "--lab", "copy").mustBe(0);
        program.run("down", "--lab", "copy", "--yes").mustBe(0);

        assertFalse(Files.exists(lab("copy")));
        program.run("expect", "cluster is healthy").mustBe(0);
        assertFalse(program.run("load").mustBe(0).output().contains("ended"));
    }

    /** Labs of containers have no such file. */
    @Test
    @Tag("native")
    void itIsFoundWithoutTheNumberOfItsProcess() throws IOException {
        var number = lab("default").resolve(".native/unshare.pid");

        Files.writeString(number, "");
        mustRun(program);
        Files.delete(number);
        mustRun(program);
        Files.writeString(number, String.valueOf(ProcessHandle.current().pid()));
        mustRun(program);
    }

    @Test
    void itIsFoundByAnyPathAndWithADamagedLabFile() throws IOException {
        var link = Files.createSymbolicLink(state.resolveSibling(state.getFileName() + "-link"), state);
        var byLink = Program.withLabsIn(link);
        try {
            mustRun(byLink);
            Files.writeString(lab("default").resolve("lab.yaml"), "name: [");
            mustRun(byLink);

            byLink.run("down", "--yes").mustBe(0);
        } finally {
            Files.delete(link);
        }
        assertEquals(List.of(), program.processes());
    }

    @Test
    void itIsFoundAfterItsDirectoryWasRemoved() {
        shell("rm", "-rf", lab("default").toString());

        var listed = program.run("list").mustBe(0).output();

        assertTrue(listed.contains("was removed or renamed while it ran"), listed);
        assertTrue(program.hasHosts());
    }
}
