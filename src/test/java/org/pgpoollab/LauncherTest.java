package org.pgpoollab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the launcher in a clone of its own, with a fake Maven that only copies a small program to the place of the real result. */
class LauncherTest {

    private static final String MAVEN = """
            #!/bin/sh
            echo built >>"$BUILDS"
            echo '[INFO] --- maven-compiler-plugin:1:compile (default-compile) @ pgpool-lab ---'
            if grep -q mistake src/main/Source; then
                echo '[ERROR] Source:[1,1] this is a mistake'
                exit 1
            fi
            cp "$PROGRAM" target/pgpool-lab.jar
            """;

    @TempDir
    private Path directory;

    private Path clone;
    private Path launcher;
    private Path tools;

    /**
     * The program that the launcher starts: it prints its arguments, then its input if the first is {@code read}, or the variables of its
     * environment that follow {@code environment}, and exits with status 7.
     */
    static final class Program {

        private Program() {}

        public static void main(String[] words) throws IOException {
            System.out.println(String.join("|", words));
            if (words.length > 0 && words[0].equals("read")) {
                System.in.transferTo(System.out);
            }
            if (words.length > 0 && words[0].equals("environment")) {
                Stream.of(words).skip(1).map(System.getenv()::get).forEach(System.out::println);
            }
            System.out.flush();
            System.exit(7);
        }
    }

    private record Ended(int status, String output, String errors) {}

    @BeforeEach
    void cloned() throws IOException {
        clone = Files.createDirectories(directory.resolve("a clone"));
        launcher = clone.resolve("pgpool-lab");
        tools = Files.createDirectory(directory.resolve("tools"));
        Files.copy(Path.of("pgpool-lab"), launcher);
        Files.createDirectories(clone.resolve("src/main"));
        Files.createDirectories(clone.resolve("src/launcher"));
        Files.copy(Path.of("src/launcher/start.sh"), clone.resolve("src/launcher/start.sh"));
        Files.writeString(clone.resolve("src/main/Source"), "right");
        Files.writeString(clone.resolve("pom.xml"), "");
        executable("mvn", MAVEN);
        writeProgram(directory.resolve("program.jar"));
    }

    @Test
    void theFirstUseBuildsAndSaysSoInOneLineAndTheNextDoesNot() throws Exception {
        var first = run(launcher, "help");
        var second = run(launcher, "help");

        assertEquals(1, first.errors().lines().count(), first.errors());
        assertTrue(first.errors().contains("building") && first.errors().contains("compile"), first.errors());
        assertEquals(new Ended(7, "help\n", ""), second);
        assertEquals(1, builds());
    }

    @Test
    void aChangedSourceIsBuiltAgain() throws Exception {
        run(launcher, "help");

        Files.setLastModifiedTime(
                clone.resolve("src/main/Source"), FileTime.from(Instant.now().plusSeconds(5)));
        run(launcher, "help");

        assertEquals(2, builds());
    }

    @Test
    void twoFirstUsesAtATimeBuildOnce() throws Exception {
        var one = start(launcher, "one");
        var two = start(launcher, "two");

        assertEquals("one\n", ended(one, "one").output());
        assertEquals("two\n", ended(two, "two").output());
        assertEquals(1, builds());
    }

    @Test
    void wordsInputAndStatusPassThroughAlsoWhenItBuilds() throws Exception {
        Files.writeString(directory.resolve("input"), "typed");

        var ended = run(launcher, "read", "two words", "*", "");

        assertEquals(7, ended.status());
        assertEquals("read|two words|*|\ntyped", ended.output());
    }

    @Test
    void aLinkToALinkLeadsToTheClone() throws Exception {
        var link = Files.createSymbolicLink(directory.resolve("link"), Path.of("a clone/pgpool-lab"));
        var linkToLink = Files.createSymbolicLink(tools.resolve("lab"), link);

        var ended = run(linkToLink, "help");

        assertEquals("help\n", ended.output());
        assertTrue(Files.exists(clone.resolve("target/pgpool-lab.jar")));
    }

    @Test
    void aBuildThatFailsShowsWhyAndEndsWithFailed() throws Exception {
        Files.writeString(clone.resolve("src/main/Source"), "a mistake");

        var ended = run(launcher, "help");

        assertEquals(Exit.FAILED.status(), ended.status());
        assertEquals("""
                ✗ pgpool-lab could not be built
                  because  Source:[1,1] this is a mistake
                  try      less %s/target/build.log
                """.formatted(clone.toRealPath()), withoutFirstLine(ended.errors()));
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        Files.delete(tools.resolve("mvn"));
        for (var tool : List.of("dirname", "readlink", "find", "mkdir", "rm", "touch", "flock", "sh")) {
            executable(tool, "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
        }

        var ended = ended(start(tools.toString(), launcher, "help"), "help");

        assertEquals(new Ended(Exit.MISSING.status(), "", """
                        ✗ pgpool-lab cannot be built
                          because  there is no Maven (mvn) on PATH
                          try      apt-get install openjdk-17-jdk-headless maven
                        """), ended);
    }

    private Ended run(Path program, String... words) throws Exception {
        return ended(start(program, words), words[0]);
    }

    private Process start(Path program, String... words) throws IOException {
        return start(tools + ":" + System.getenv("PATH"), program, words);
    }

    private Process start(String path, Path program, String... words) throws IOException {
        var builder = new ProcessBuilder("/bin/sh", program.toString()).directory(directory.toFile());
        builder.command().addAll(List.of(words));
        builder.environment().put("PATH", path);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("BUILDS", directory.resolve("builds").toString());
        builder.environment().put("PROGRAM", directory.resolve("program.jar").toString());
        var input = directory.resolve("input");
        builder.redirectInput(
                Files.exists(input) ? input.toFile() : Path.of("/dev/null").toFile());
        builder.redirectOutput(directory.resolve(words[0] + ".output").toFile());
        builder.redirectError(directory.resolve(words[0] + ".errors").toFile());
        return builder.start();
    }

    private Ended ended(Process process, String name) throws Exception {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not end within 60 s");
        return new Ended(
                process.exitValue(),
                Files.readString(directory.resolve(name + ".output")),
                Files.readString(directory.resolve(name + ".errors")));
    }

    private long builds() throws IOException {
        return Files.readAllLines(directory.resolve("builds")).size();
    }

    private void executable(String name, String script) throws IOException {
        var file = Files.writeString(tools.resolve(name), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String withoutFirstLine(String text) {
        return text.substring(text.indexOf('\n') + 1);
    }

    static void writeProgram(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
        var name = Program.class.getName().replace('.', '/') + ".class";
        try (var output = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var code = LauncherTest.class.getClassLoader().getResourceAsStream(name)) {
            output.putNextEntry(new JarEntry(name));
            code.transferTo(output);
        }
    }
}
