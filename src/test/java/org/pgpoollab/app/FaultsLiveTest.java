package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;

/** A real lab is broken in every way and healed again. One lab for all: bringing it up is what takes time. */
@Tag("live")
class FaultsLiveTest {

    private static final String DRILL = """
            up
            heal
            pause pg-2
            wait pg-2 is not up for 15s
            resume pg-2
            wait pg-2 is streaming for 20s
            isolate pg-2
            wait pg-2 is not streaming for 30s
            heal pg-2
            wait pg-2 is streaming for 30s
            isolate pgpool-0
            wait vip is not on pgpool-0 for 30s
            wait vip is held for 30s
            heal
            wait pgpool-0 is standby for 30s
            kill pg-0
            faults
            wait pg-1 is primary for 40s
            start pg-0
            expect pg-0 is primary
            promote! pg-2
            expect pg-2 is primary
            heal
            """;

    @TempDir
    Path state;

    private Program program;

    @BeforeEach
    void theMachineMustLetUs() {
        program = Program.withLabsIn(state);
        if (!Program.isBuilt()) {
            skip("the program is not built: mvn package");
        }
        if (!new ProcessShell()
                .run(Command.of("unshare", "--user", "--map-root-user", "--net", "--pid", "--fork", "true"))
                .succeeded()) {
            skip("this machine does not let us make namespaces");
        }
    }

    private static void skip(String why) {
        System.out.println("skipped: live faults, because " + why);
        abort(why);
    }

    @AfterEach
    void nothingIsLeft() {
        for (var lab : program.labs()) {
            program.run("down", "--yes", "--lab", lab);
        }
        assertEquals(List.of(), program.processes());
        assertEquals(List.of(), program.labs());
    }

    @Test
    void everyFaultIsSeenAndHealed() {
        var told = program.script(DRILL).mustBe(0).output();

        assertTrue(told.contains("✓ heal: nothing to do"), told);
        assertTrue(told.contains("kill pg-0"), told);

        program.run("isolate", "pg-1").mustBe(0);

        assertTrue(program.run("faults").mustBe(0).output().contains("isolate pg-1"));
    }
}
