package org.pgpoollab.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.engine.Shell;

/** Provides terminals: each is a window with a shell, in a tmux server of the test's own. */
final class Tmux implements AutoCloseable {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(40);
    private static final String SHELL = "env PS1='$ ' bash --norc --noprofile";

    private final ProcessShell shell = new ProcessShell();
    private final Path directory;
    private final String socket =
            "pgpool-lab-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());

    /** @param directory the directory of the labs, in which the shells start */
    Tmux(Path directory) {
        this.directory = directory;
    }

    static boolean isInstalled() {
        return new ProcessShell().run(Command.of("sh", "-c", "command -v tmux")).succeeded();
    }

    /** Opens a window and waits for the shell's prompt. */
    Window open(int columns, int rows) {
        var size = List.of("-x", String.valueOf(columns), "-y", String.valueOf(rows));
        var words = new ArrayList<>(List.of("new-session", "-d", "-P", "-F", "#{pane_id}"));
        words.addAll(size);
        words.addAll(List.of("-c", directory.toString(), SHELL));
        var window = new Window(tell(words).strip());
        window.await("$");
        return window;
    }

    @Override
    public void close() {
        run(List.of("kill-server"));
    }

    private String tell(List<String> words) {
        var ended = run(words);
        if (!ended.succeeded()) {
            throw new AssertionError("tmux " + String.join(" ", words) + ": " + ended.errors());
        }
        return ended.output();
    }

    private Shell.Ended run(List<String> words) {
        var all = new ArrayList<>(List.of("tmux", "-u", "-f", "/dev/null", "-L", socket));
        all.addAll(words);
        return shell.run(
                Command.of(all).with("XDG_STATE_HOME", directory.toString()).with("LC_ALL", "C.UTF-8"));
    }

    /** One terminal. A wait fails after a long time and shows the screen's content. */
    final class Window implements AutoCloseable {

        private final String id;

        private Window(String id) {
            this.id = id;
        }

        /** The rows from the top, without trailing spaces. */
        List<String> rows() {
            return tell(List.of("capture-pane", "-p", "-t", id)).lines().toList();
        }

        String picture() {
            return String.join("\n", rows());
        }

        /** The grid's text about a node, from its name on; empty if the node is not on the grid. */
        String node(String name) {
            return rows().stream()
                    .filter(row -> row.startsWith("│ " + name + " "))
                    .findFirst()
                    .orElse("");
        }

        /** Types text. A semicolon at its end is escaped, because tmux would take it for its own. */
        Window type(String text) {
            tell(List.of("send-keys", "-t", id, "-l", text.replaceFirst(";$", "\\\\;")));
            return this;
        }

        /** @param names tmux's names of the keys */
        Window press(String... names) {
            var words = new ArrayList<>(List.of("send-keys", "-t", id));
            words.addAll(List.of(names));
            tell(words);
            return this;
        }

        Window enter(String line) {
            return type(line).press("Enter");
        }

        Window await(String text) {
            return await(() -> picture().contains(text), text);
        }

        Window awaitNode(String name, String text) {
            return await(() -> node(name).contains(text), name + " " + text);
        }

        /** @param wanted a name of the condition, for the failure message */
        Window await(BooleanSupplier condition, String wanted) {
            var deadline = System.nanoTime() + TIME_LIMIT.toNanos();
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("never seen: " + wanted + "\n" + picture());
                }
                LockSupport.parkNanos(GLANCE.toNanos());
            }
            return this;
        }

        Window resize(int columns, int rows) {
            tell(List.of("resize-window", "-t", id, "-x", String.valueOf(columns), "-y", String.valueOf(rows)));
            return this;
        }

        /** Whether a program uses the alternate screen. */
        boolean isAlternate() {
            return ask("#{alternate_on}").equals("1");
        }

        /** The process in the shell; if the launcher became the program, the program. */
        ProcessHandle program() {
            return ProcessHandle.of(Long.parseLong(ask("#{pane_pid}")))
                    .flatMap(parent -> parent.children().findFirst())
                    .orElseThrow(() -> new AssertionError("nothing runs in the shell\n" + picture()));
        }

        private String ask(String format) {
            return tell(List.of("display-message", "-p", "-t", id, format)).strip();
        }

        /** Closes the terminal, whatever runs in it. */
        @Override
        public void close() {
            run(List.of("kill-pane", "-t", id));
        }
    }
}
