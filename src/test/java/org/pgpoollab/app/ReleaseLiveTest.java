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

/** Tests a lab of another release of Debian, which is fetched into the user's cache if it is not there. */
@Tag("live")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ReleaseLiveTest {

    @TempDir
    private Path state;

    private Program program;

    @BeforeEach
    void aProgram() {
        program = Live.program(state);
        if (program.engine().kind() != EngineKind.NATIVE) {
            Live.skip("the release of containers is that of their base image, which is not fetched here");
        }
    }

    @AfterEach
    void nothingIsLeft() {
        Live.leaveNothing(program);
    }

    @Test
    void everythingIsAsInALabOfTheMachinesPrograms() {
        up();

        assertTrue(said("psql", "show server_version").contains(" 17."));
        assertEquals("2", said("pcp", "node_count").strip());
        assertTrue(said("exec", "pg-0", "--", "cat", "/etc/os-release").contains("VERSION_CODENAME=trixie"));
        assertTrue(said("exec", "pgpool-0", "--", "pgpool", "--version").contains("4.6."));
        program.run("exec", "pg-0", "--", "touch", "/usr/file").mustBe(1);

        program.run("kill", "pg-0").mustBe(0);
        program.run("wait", "pg-1", "is", "primary", "for", "60s").mustBe(0);
        program.run("recover", "--yes").mustBe(0);
        program.run("expect", "pg-0", "is", "streaming").mustBe(0);
        assertTrue(
                program.run("up", "--release", "sid").mustBe(1).errors().contains("the release sid instead of trixie"));
        program.run("down", "--keep", "--yes").mustBe(0);
        program.run("up").mustBe(0);
        assertTrue(said("psql", "show server_version").contains(" 17."));
    }

    private void up() {
        var ended = program.run("up", "--release", "trixie", "--postgres", "2", "--pgpool", "1");
        if (ended.status() == Exit.MISSING.status() && ended.errors().contains("trixie")) {
            Live.skip("Debian trixie cannot be fetched: " + ended.errors().strip());
        }
        ended.mustBe(0);
    }

    private String said(String... words) {
        var ended = program.run(words).mustBe(0);
        return ended.output() + ended.errors();
    }
}
