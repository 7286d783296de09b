package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Injects every fault into a real lab and removes it. All tests share one lab, because starting it takes the most time. */
@Tag("live")
@Tag("both")
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
            start pg-0 --force
            expect pg-0 is primary
            promote! pg-2
            expect pg-2 is primary
            heal
            """;

    /** Writes enough to need a new WAL segment, whatever was written before. */
    private static final String WRITE = "psql --on primary \"select pg_switch_wal()\"\n"
            + "psql --on primary \"create table if not exists filled (x text)\"\n"
            + "psql --on primary \"insert into filled select repeat('x', 500) from generate_series(1, 120000)\"\n";

    private static final String FULL_STANDBY = """
            up
            fill pg-2
            fill pg-2
            """ + WRITE + """
            wait pg-2 is not streaming for 20s
            heal
            wait pg-2 is streaming for 20s
            recover --yes
            expect cluster is healthy
            fill pg-0
            """;

    private static final String FULL_PRIMARY = """
            wait pg-0 is not up for 20s
            wait primary is known for 40s
            """;

    private static final String HEALED_PRIMARY = """
            heal
            recover --yes
            expect cluster is healthy
            expect pg-0 is streaming
            """;

    @TempDir
    Path state;

    private Program program;

    @BeforeEach
    void theMachineMustLetUs() {
        program = Live.program(state);
    }

    @AfterEach
    void nothingIsLeft() {
        Live.leaveNothing(program);
    }

    @Test
    void aFullDiskStopsAPrimaryAndHoldsUpAStandby() {
        program.script(FULL_STANDBY).mustBe(0);

        assertTrue(program.run("faults").mustBe(0).output().contains("fill pg-0"));

        program.script(WRITE.lines().skip(2).findFirst().orElseThrow() + "\n");
        program.script(FULL_PRIMARY).mustBe(0);
        var refused = program.run("start", "--force", "pg-0").mustBe(1).errors();

        assertTrue(refused.contains("No space left on device"), refused);

        program.script(HEALED_PRIMARY).mustBe(0);
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
