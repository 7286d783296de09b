package org.pgpoollab.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ExecuteException;
import org.apache.commons.exec.ExecuteWatchdog;
import org.apache.commons.exec.PumpStreamHandler;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command.Inherits;

/**
 * Implements {@link Shell} with Commons Exec; a program that needs the terminal itself is started by the JDK, because only that can pass
 * the terminal on.
 */
public final class ProcessShell implements Shell {

    private static final Set<String> OF_TERMINAL = Set.of("TERM", "COLORTERM", "COLUMNS", "LINES", "LANG", "LANGUAGE");

    /** How long child processes of a program may keep its output open after it has ended. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    @Override
    public Ended run(Command command) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var status = execute(command, output, errors, () -> lastLine(errors, output));
        return new Ended(status, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    @Override
    public int relay(Command command, OutputStream output, OutputStream errors) {
        return execute(command, new Flushing(output), new Flushing(errors), () -> "");
    }

    private static int execute(Command command, OutputStream output, OutputStream errors, Supplier<String> lastLine) {
        var input = new ByteArrayInputStream(command.input().getBytes(StandardCharsets.UTF_8));
        var watchdog = ExecuteWatchdog.builder().setTimeout(command.deadline()).get();
        var pump = new PumpStreamHandler(output, errors, input);
        pump.setStopTimeout(LAST_WORDS);
        var executor = DefaultExecutor.builder().setExecuteStreamHandler(pump).get();
        executor.setExitValues(null);
        executor.setWatchdog(watchdog);
        try {
            var status = awaitEnd(new FutureTask<>(() -> executor.execute(line(command.argv()), environment(command))));
            if (watchdog.killedProcess()) {
                throw late(command, lastLine.get());
            }
            return status;
        } catch (ExecuteException outputHeldOpen) {
            throw watchdog.killedProcess()
                    ? late(command, lastLine.get())
                    : LabException.failed(
                            command.argv().get(0) + " has ended, but what it started goes on",
                            "its output is still open",
                            "");
        } catch (IOException e) {
            throw notStarted(command.argv().get(0), e);
        }
    }

    /**
     * Commons Exec clears the interrupt flag of the thread that executes, and an interrupt between the end of the program and the end
     * of its output would be lost. It therefore executes on a thread of its own.
     */
    private static int awaitEnd(FutureTask<Integer> execution) throws IOException {
        var thread = new Thread(execution, "program");
        thread.setDaemon(true);
        thread.start();
        try {
            return execution.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            thread.interrupt();
            awaitLastWords(thread);
            Thread.currentThread().interrupt();
            throw LabException.of(Exit.INTERRUPTED, "interrupted", "", "");
        }
    }

    private static void awaitLastWords(Thread interrupted) {
        try {
            interrupted.join(LAST_WORDS.toMillis());
        } catch (InterruptedException again) {
            // Who interrupts twice does not wait.
        }
    }

    private static LabException late(Command command, String lastLine) {
        return LabException.failed(
                command.argv().get(0) + " did not end within "
                        + command.deadline().toSeconds() + " s and was killed",
                lastLine,
                "");
    }

    /** Flushes after every write. Commons Exec flushes only at the end, too late for a user who watches the output. */
    private static final class Flushing extends FilterOutputStream {

        Flushing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            out.flush();
        }
    }

    @Override
    public int interact(Command command) {
        var builder = new ProcessBuilder(wordsToInteract(command)).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(environment(command));
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw notStarted(command.argv().get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    @SuppressWarnings("SystemConsoleNull")
    private static List<String> wordsToInteract(Command command) {
        return command.onTerminal().isEmpty() || System.console() == null ? command.argv() : command.onTerminal();
    }

    private static CommandLine line(List<String> argv) {
        var line = new CommandLine(argv.get(0));
        argv.stream().skip(1).forEach(word -> line.addArgument(word, false));
        return line;
    }

    private static Map<String, String> environment(Command command) {
        var all = new HashMap<>(System.getenv());
        all.keySet()
                .removeIf(command.inherits() == Inherits.ALL ? ProcessShell::misleads : ProcessShell::isNotOfTerminal);
        all.putAll(command.environment());
        return all;
    }

    private static boolean isNotOfTerminal(String variable) {
        return !OF_TERMINAL.contains(variable) && !variable.startsWith("LC_");
    }

    /** Returns whether a variable of the user would lead the lab's programs to other servers or libraries. */
    private static boolean misleads(String variable) {
        return variable.startsWith("PG") || variable.startsWith("PCP") || variable.equals("LD_LIBRARY_PATH");
    }

    private static String lastLine(ByteArrayOutputStream errors, ByteArrayOutputStream output) {
        return new Ended(0, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8))
                .lastWords();
    }

    private static LabException notStarted(String program, IOException why) {
        return LabException.missing(program + " cannot be started", String.valueOf(why.getMessage()), "");
    }
}
