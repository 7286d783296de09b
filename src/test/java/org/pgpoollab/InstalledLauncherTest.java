package org.pgpoollab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the launcher of an installed program, below a prefix with a blank in its path. The program is that of {@link LauncherTest}. */
class InstalledLauncherTest {

    @TempDir
    private Path directory;

    private Path prefix;
    private Path launcher;

    private record Ended(int status, String output, String errors) {}

    @BeforeEach
    void installed() throws IOException {
        prefix = directory.resolve("a prefix");
        launcher = Files.createDirectories(prefix.resolve("bin")).resolve("pgpool-lab");
        Files.copy(Path.of("src/packaging/pgpool-lab"), launcher);
        var home = Files.createDirectories(prefix.resolve("share/pgpool-lab"));
        Files.copy(Path.of("src/launcher/start.sh"), home.resolve("start.sh"));
        LauncherTest.writeProgram(home.resolve("pgpool-lab.jar"));
    }

    @Test
    void wordsInputAndStatusPassThroughAndNothingIsWrittenIntoTheInstallation() throws Exception {
        var before = files(prefix);

        var ended = run(launcher, "typed", "read", "two words", "*", "");

        assertEquals(new Ended(7, "read|two words|*|\ntyped", ""), ended);
        assertEquals(before, files(prefix));
        assertTrue(
                files(directory.resolve("cache/pgpool-lab/cds")).get(0).endsWith(".jsa"),
                "no archive of loaded classes for this user");
    }

    @Test
    void whatAPackageMadeForTheMachineIsUsedByEveryUser() throws Exception {
        Files.createDirectory(prefix.resolve("share/pgpool-lab/cds"));

        run(launcher, "", "help");

        assertEquals(1, files(prefix.resolve("share/pgpool-lab/cds")).size());
        assertTrue(Files.notExists(directory.resolve("cache/pgpool-lab")), "the user has an archive, too");
    }

    @Test
    void aLinkLeadsToTheProgramWhichIsToldWhatToTypeAndWhereItsExamplesAre() throws Exception {
        var onPath = Files.createDirectory(directory.resolve("tools"));
        var link = Files.createSymbolicLink(onPath.resolve("pgpool-lab"), Path.of("../a prefix/bin/pgpool-lab"));

        var ended = run(link, "", "environment", "PGPOOL_LAB_COMMAND", "PGPOOL_LAB_EXAMPLES");

        var examples = prefix.toRealPath() + "/share/pgpool-lab/examples";
        assertEquals(
                List.of("pgpool-lab", examples), ended.output().lines().skip(1).toList());
    }

    @Test
    void itsOwnJavaIsUsedWhateverTheMachineHas() throws Exception {
        var runtime = Files.createDirectories(prefix.resolve("lib/pgpool-lab/runtime/bin"));
        var java = Files.writeString(runtime.resolve("java"), "#!/bin/sh\necho its own Java\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(runtime.resolveSibling("release"), "JAVA_VERSION=\"25.0.1\"\n");
        Files.createDirectory(runtime.resolveSibling("lib"));
        Files.writeString(runtime.resolveSibling("lib").resolve("pgpool-lab.jsa"), "classes");

        var ended = run(launcher, "", "help");

        assertEquals(new Ended(0, "its own Java\n", ""), ended);
        assertTrue(Files.notExists(directory.resolve("cache")), "an archive was made although the runtime has one");
    }

    private Ended run(Path program, String input, String... words) throws Exception {
        var output = directory.resolve("output");
        var errors = directory.resolve("errors");
        var builder = new ProcessBuilder(new ArrayList<>(List.of("/bin/sh", program.toString())));
        builder.command().addAll(List.of(words));
        builder.environment().put("PATH", directory.resolve("tools") + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", directory.resolve("cache").toString());
        builder.redirectInput(
                Files.writeString(directory.resolve("input"), input).toFile());
        var process = builder.redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not end within 60 s");
        return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    private static List<String> files(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> directory.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
