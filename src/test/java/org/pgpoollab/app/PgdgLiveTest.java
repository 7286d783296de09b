package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.topology.EngineKind;

/** Tests a lab with PostgreSQL of another repository than Debian's: a small one in the layout of PGDG's, which is made and signed here. */
@Tag("live")
@Tag("native")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PgdgLiveTest {

    private static final String RELEASE = "trixie-pgdg-15";

    @TempDir
    private Path state;

    @TempDir
    private Path work;

    private Program program;

    @AfterEach
    void nothingIsLeft() {
        Live.leaveNothing(program);
    }

    @Test
    void thePackagesAreVerifiedChosenAndRun() throws IOException {
        program = Live.program(state);
        requireTools();
        try (var repository = repository()) {
            var environment = new HashMap<>(Map.of(
                    "XDG_CACHE_HOME", work.resolve("cache").toString(),
                    "PGPOOL_LAB_PGDG_MIRROR", repository.address()));
            refusesWhatPgdgHasNotSigned(program.with(environment));
            environment.put("PGPOOL_LAB_PGDG_KEY", repository.key().toString());
            program = program.with(environment);
            runsALab();
            goesToAMachineWithoutANetwork(repository.key());
        }
    }

    private SignedRepository repository() throws IOException {
        try {
            return SignedRepository.in(Files.createDirectory(work.resolve("repository")));
        } catch (LabException e) {
            Live.skip("Debian's packages cannot be fetched: "
                    + e.problems().get(0).why());
            throw e;
        }
    }

    /** Without another key, those count that Debian's package postgresql-common has. */
    private static void refusesWhatPgdgHasNotSigned(Program program) {
        var refused = program.run("versions", "fetch", RELEASE).mustBe(Exit.MISSING.status());

        assertTrue(refused.errors().contains("trixie-pgdg InRelease' is not signed"), refused.errors());
    }

    private void runsALab() {
        program.run("up", "--release", "trixie-pgdg", "--postgres-version", "15", "--postgres", "2", "--pgpool", "1")
                .mustBe(0);

        assertTrue(said("psql", "show server_version").contains(" 15."));
        assertTrue(said("exec", "pg-0", "--", "cat", "/etc/os-release").contains("VERSION_CODENAME=trixie"));
        assertTrue(said("versions").contains(RELEASE));
        assertTrue(program.run("up", "--release", "trixie-pgdg-16")
                .mustBe(1)
                .errors()
                .contains(RELEASE));
        program.run("down", "--yes").mustBe(0);
    }

    private void goesToAMachineWithoutANetwork(Path key) throws IOException {
        var stick = work.resolve("a stick");
        program.run("versions", "fetch", RELEASE, "--to", stick.toString()).mustBe(0);
        program.run("versions", "remove", RELEASE, "--yes").mustBe(0);
        assertFalse(said("versions").contains(RELEASE + " "));
        var there = program.with(
                Map.of("XDG_CACHE_HOME", work.resolve("there").toString(), "PGPOOL_LAB_PGDG_KEY", key.toString()));

        there.run("--offline", "versions", "fetch", RELEASE, "--from", stick.toString())
                .mustBe(0);

        assertTrue(there.run("versions").mustBe(0).output().contains(RELEASE));
        try (var left = Files.list(stick)) {
            assertEquals(1, left.count());
        }
    }

    private String said(String... words) {
        var ended = program.run(words).mustBe(0);
        return ended.output() + ended.errors();
    }

    private static void requireTools() {
        if (Live.ENGINE.kind() != EngineKind.NATIVE) {
            Live.skip("containers are made with Debian's own packages");
        }
        for (var tool : List.of("gpg", "dpkg-scanpackages", "apt-get")) {
            var found = new ProcessShell().run(Command.of("sh", "-c", "command -v " + tool));
            if (!found.succeeded()) {
                Live.skip("there is no " + tool + " here");
            }
        }
    }
}
