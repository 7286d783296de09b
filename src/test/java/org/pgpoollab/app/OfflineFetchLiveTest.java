package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.Exit;

/** Tests that a release is carried to a machine without a network, whose cache is empty, and is verified there again. */
@Tag("live")
@Tag("native")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OfflineFetchLiveTest {

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
    void aReleaseIsCarriedInADirectoryAndVerifiedAgain() throws IOException {
        program = Live.program(state);
        var stick = work.resolve("stick");
        var fetched = program.with(cache("here")).run("versions", "fetch", "trixie", "--to", stick.toString());
        if (fetched.status() == Exit.MISSING.status()) {
            Live.skip("Debian trixie cannot be fetched: " + fetched.errors().strip());
        }
        fetched.mustBe(0);
        program = program.with(cache("there"));

        var without = program.run("--offline", "up", "--release", "trixie").mustBe(Exit.MISSING.status());
        assertTrue(without.errors().contains("versions fetch trixie --from DIRECTORY"), without.errors());

        var deb = pool(stick);
        var good = Files.readAllBytes(deb);
        var bad = good.clone();
        bad[good.length / 2] ^= 1;
        Files.write(deb, bad);
        var refused = take(stick).mustBe(Exit.MISSING.status());
        assertTrue(refused.errors().contains("Hash Sum mismatch"), refused.errors());
        Files.delete(deb);
        assertTrue(take(stick).mustBe(Exit.MISSING.status()).errors().contains(deb.getFileName() + " is missing"));
        Files.write(deb, good);

        take(stick).mustBe(0);
        program.run("--offline", "up", "--release", "trixie", "--postgres", "1", "--pgpool", "1")
                .mustBe(0);
        assertTrue(program.run("psql", "show server_version").mustBe(0).output().contains(" 17."));
        assertFalse(program.run("versions").mustBe(0).output().contains("damaged"));
    }

    private Program.Ended take(Path stick) {
        return program.run("--offline", "versions", "fetch", "trixie", "--from", stick.toString());
    }

    private Map<String, String> cache(String name) {
        return Map.of("XDG_CACHE_HOME", work.resolve(name).toString());
    }

    private static Path pool(Path stick) throws IOException {
        try (var files = Files.walk(stick)) {
            return files.filter(file -> file.getFileName().toString().startsWith("pgpool2_"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
