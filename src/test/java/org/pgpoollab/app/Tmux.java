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

/** Terminals to sit at: each is a window with a shell, of a tmux server that the test has for itself. */
final class Tmux implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(40);
    private static final String SHELL = "env PS1='$ ' bash --norc --noprofile";

    private final ProcessShell shell = new ProcessShell();
    private final Path directory;
    private final String socket =
            "pgpool-lab-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());

    /** @param directory where labs are, and where the shells begin */
    Tmux(Path directory) {
        this.directory = directory;
    }

    static boolean isInstalled() {
        return new ProcessShell().run(Command.of("sh", "-c", "command -v tmux")).succeeded();
    }

    /** With the shell's prompt on it. */
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

    /** One terminal. Whoever awaits something gives up, with the picture, when it has not come for long. */
    final class Window implements AutoCloseable {

        private final String id;

        private Window(String id) {
            this.id = id;
        }

        /** The rows from the top, without the blanks at their ends. */
        List<String> rows() {
            return tell(List.of("capture-pane", "-p", "-t", id)).lines().toList();
        }

        String picture() {
            return String.join("\n", rows());
        }

        /** What the grid says of a node, from its name on; empty if it is not on the grid. */
        String node(String name) {
            return rows().stream()
                    .filter(row -> row.startsWith("│ " + name + " "))
                    .findFirst()
                    .orElse("");
        }

        /** A semicolon at the end would be taken for tmux's own. */
        Window type(String text) {
            tell(List.of("send-keys", "-t", id, "-l", text.replaceFirst(";$", "\\\\;")));
            return this;
        }

        /** @param names of keys, as tmux has them */
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

        /** @param wanted names it for whoever reads that it never came */
        Window await(BooleanSupplier condition, String wanted) {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
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

        /** Whether a program has the alternate screen. */
        boolean isAlternate() {
            return ask("#{alternate_on}").equals("1");
        }

        /** What runs in the shell: of a launcher that became the program, the program. */
        ProcessHandle program() {
            return ProcessHandle.of(Long.parseLong(ask("#{pane_pid}")))
                    .flatMap(parent -> parent.children().findFirst())
                    .orElseThrow(() -> new AssertionError("nothing runs in the shell\n" + picture()));
        }

        private String ask(String format) {
            return tell(List.of("display-message", "-p", "-t", id, format)).strip();
        }

        /** The terminal goes away, whatever runs in it. */
        @Override
        public void close() {
            run(List.of("kill-pane", "-t", id));
        }
    }
}
