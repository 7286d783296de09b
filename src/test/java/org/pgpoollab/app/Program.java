package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;

/** Runs the built program as users run it: in its own process, with its labs in a directory of the test. */
final class Program {

    private static final Path JAR = Path.of("target/pgpool-lab.jar").toAbsolutePath();
    private static final Duration LIMIT = Duration.ofMinutes(6);

    /** The commands that make a lab; all others find its engine. */
    private static final Set<String> MAKING = Set.of("up", "generate", "drill");

    private final Path state;
    private final List<String> prefix;
    private final Path jar;
    private final Path output;
    private final LiveEngine engine;
    private final Map<String, String> environment;

    private Program(Path state, List<String> prefix, Path jar, Path output, LiveEngine engine) {
        this(state, prefix, jar, output, engine, Map.of());
    }

    private Program(
            Path state,
            List<String> prefix,
            Path jar,
            Path output,
            LiveEngine engine,
            Map<String, String> environment) {
        this.environment = environment;
        this.engine = engine;
        this.state = state;
        this.prefix = prefix;
        this.jar = jar;
        this.output = output;
    }

    static Program withLabsIn(Path state) {
        return withLabsIn(state, Live.ENGINE);
    }

    static Program withLabsIn(Path state, LiveEngine engine) {
        return new Program(state, List.of(), JAR, state, engine);
    }

    LiveEngine engine() {
        return engine;
    }

    Path state() {
        return state;
    }

    /** Returns the program with its output kept in another directory, for labs on a full disk. */
    Program writingTo(Path directory) {
        return new Program(state, prefix, jar, directory, engine);
    }

    /** Returns the program with further variables in its environment. */
    Program with(Map<String, String> variables) {
        return new Program(state, prefix, jar, output, engine, Map.copyOf(variables));
    }

    /** @param copy a copy of the jar that the user can read */
    static Program ofUser(String user, Path state, Path copy) {
        return new Program(
                state,
                List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--reset-env", "env"),
                copy,
                state,
                Live.ENGINE);
    }

    static boolean isBuilt() {
        return Files.exists(JAR);
    }

    static Path jar() {
        return JAR;
    }

    /** The result of a run: its status, standard output and standard error. */
    record Ended(Program program, int status, String output, String errors) {

        /** Requires a status. If it is another one, the failure shows what happened in the lab, and what is wrong with it now. */
        Ended mustBe(int wished) {
            assertEquals(wished, status, () -> output + errors + program.past());
            return this;
        }
    }

    private String past() {
        return Stream.of(run("events", "--since", "90s"), run("diagnose"))
                .map(ended -> "\n" + ended.output() + ended.errors())
                .collect(Collectors.joining());
    }

    Ended run(String... words) {
        return script("", words);
    }

    /** Runs the program with a script on its standard input. */
    Ended script(String input, String... words) {
        return run(input, false, words);
    }

    /** Runs the program as with {@code 2>&1}: the output contains everything in the order in which a user sees it. */
    Ended told(String... words) {
        return run("", true, words);
    }

    private Ended run(String input, boolean merged, String... words) {
        try {
            var out = Files.createTempFile(output, "out", ".txt");
            var err = Files.createTempFile(output, "err", ".txt");
            var builder = builder(words)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .redirectErrorStream(merged);
            var process = builder.start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        List.of(words) + " did not end:\n" + Files.readString(out) + Files.readString(err));
            }
            var ended = new Ended(this, process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Starts a run, and sends it a signal as soon as it has completed a step. */
    void breakOff(String step, String signal, String... words) {
        try {
            var run = start(words);
            try (var told = new BufferedReader(new InputStreamReader(run.getErrorStream(), StandardCharsets.UTF_8))) {
                var line = told.readLine();
                while (line != null && !line.contains("✓ " + step)) {
                    line = told.readLine();
                }
                assertTrue(line != null, "it ended before: " + step);
                new ProcessShell().run(Command.of("kill", "-" + signal, String.valueOf(run.pid())));
                assertTrue(run.waitFor(20, TimeUnit.SECONDS), "it goes on after " + signal);
            } finally {
                run.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /**
     * Starts a run of which only standard error is read, for tests that interrupt it. A shell that starts the tests in the background has
     * them ignore SIGINT, and so would the run.
     */
    Process start(String... words) throws IOException {
        var builder = builder(words);
        builder.command().addAll(0, List.of("env", "--default-signal=INT"));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private ProcessBuilder builder(String... words) {
        var all = new ArrayList<>(prefix);
        if (!prefix.isEmpty()) {
            all.add("XDG_STATE_HOME=" + state);
            all.add("HOME=" + state);
            all.add("PATH=" + System.getenv("PATH"));
        }
        all.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        all.addAll(LauncherOptions.ALL);
        all.addAll(List.of("-jar", jar.toString()));
        if (words.length == 0 || MAKING.contains(words[0])) {
            all.addAll(engine.options());
        }
        all.addAll(List.of(words));
        if (words.length > 0 && words[0].equals("up") && !all.contains("--release")) {
            all.addAll(engine.made());
        }
        var builder = new ProcessBuilder(all).directory(output.toFile());
        builder.environment().put("XDG_STATE_HOME", state.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    /** The command lines of running processes that name this program's directory of labs. */
    List<String> processes() {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(path -> path.getFileName().toString().matches("[0-9]+"))
                    .map(Program::commandLine)
                    .filter(line -> line.contains(state + "/pgpool-lab"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline")).replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    /** Returns whether hosts of a lab exist. */
    boolean hasHosts() {
        return !(processes().isEmpty() && engine.remains(state).isEmpty());
    }

    /** The contents of the directory of labs, without the command history, the locks and the lessons. */
    List<String> labs() {
        var labs = state.resolve("pgpool-lab");
        if (!Files.exists(labs)) {
            return List.of();
        }
        try (var all = Files.list(labs)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("history") && !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The crash reports that the program wrote. */
    String crashes() {
        try (var files = Files.walk(state)) {
            var texts = new StringBuilder();
            for (var file : files.filter(each -> each.getFileName().toString().startsWith("crash"))
                    .toList()) {
                texts.append(Files.readString(file)).append('\n');
            }
            return texts.toString();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
