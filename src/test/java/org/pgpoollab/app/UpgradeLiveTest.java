package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.Exit;
import org.pgpoollab.topology.EngineKind;

/** Upgrades the pgpools of a lab of this machine's programs to another release of Debian, under load, and takes them back. */
@Tag("live")
@Tag("alone")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class UpgradeLiveTest {

    @TempDir
    private Path state;

    private Program program;

    @BeforeEach
    void aProgram() {
        program = Live.programUnderLoad(state);
        if (program.engine().kind() != EngineKind.NATIVE) {
            Live.skip("the containers of a lab are all made of one image");
        }
    }

    @AfterEach
    void nothingIsLeft() {
        Live.leaveNothing(program);
    }

    @Test
    void theLabServesOnWithANewVersionOfItsPgpools() {
        fetch();
        program.run("up", "--release", "machine").mustBe(0);
        var before = versionOf("pgpool-1");

        var told = program.run(
                        "upgrade", "pgpool", "trixie", "--load", "--clients", "2", "--writes", "20", "--reads", "20")
                .mustBe(0)
                .output();

        assertTrue(told.contains("acknowledged writes are on"), told);
        for (var pool : new String[] {"pgpool-0", "pgpool-1", "pgpool-2"}) {
            assertTrue(versionOf(pool).contains("4.6."), pool);
        }
        program.run("expect", "cluster is healthy").mustBe(0);
        assertTrue(said("version").contains("Pgpool-II 4.6."));
        assertTrue(said("upgrade", "pgpool", "trixie").contains("nothing to do"));
        assertTrue(program.run("versions", "remove", "trixie", "--yes")
                .mustBe(1)
                .errors()
                .contains("trixie"));

        program.run("restart", "pgpool-1").mustBe(0);
        program.run("down", "--keep", "--yes").mustBe(0);
        program.run("up").mustBe(0);
        assertTrue(versionOf("pgpool-1").contains("4.6."));

        program.run("upgrade", "pgpool", "machine").mustBe(0);
        assertEquals(before, versionOf("pgpool-1"));
        program.run("expect", "cluster is healthy").mustBe(0);
    }

    private void fetch() {
        var ended = program.run("versions", "fetch", "trixie");
        if (ended.status() == Exit.MISSING.status()) {
            Live.skip("Debian trixie cannot be fetched: " + ended.errors().strip());
        }
        ended.mustBe(0);
    }

    private String versionOf(String pool) {
        return said("exec", pool, "--", "pgpool", "--version");
    }

    private String said(String... words) {
        var ended = program.run(words).mustBe(0);
        return ended.output() + ended.errors();
    }
}
