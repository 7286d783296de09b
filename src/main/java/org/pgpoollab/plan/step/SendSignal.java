package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.Command;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Sends a signal to all processes of a node except its process 1, or to those of one server, and waits until the effect is seen.
 *
 * @param word STOP, CONT or KILL
 * @param programs one server; empty: all processes
 */
public record SendSignal(Node node, String word, List<Server> programs) implements Step {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Selects processes by their names in /proc, because pkill(1) is not available everywhere. */
    private static final String EACH = "for p in /proc/[0-9]*; do read -r name <$p/comm && [ \"$name\" = \"$1\" ]"
            + " && kill -\"$2\" \"${p#/proc/}\"; done 2>/dev/null; :";

    public static SendSignal toAll(Node node, String word) {
        return new SendSignal(node, word, List.of());
    }

    public static SendSignal to(Optional<Server> program, Node node, String word) {
        return new SendSignal(node, word, program.stream().toList());
    }

    @Override
    public String title() {
        var verb =
                switch (word) {
                    case "STOP" -> "pause ";
                    case "CONT" -> "resume ";
                    default -> "kill ";
                };
        return verb
                + programs.stream()
                        .findFirst()
                        .map(server -> server.program() + " on ")
                        .orElse("all processes of ")
                + node;
    }

    @Override
    public List<ShellLine> shell() {
        var line = programs.isEmpty()
                ? "kill -" + word + " -1"
                : "kill -" + word + " $(grep -lx " + programs.get(0).program() + " /proc/[0-9]*/comm | cut -d/ -f3)";
        return List.of(ShellLine.asRoot(node, line));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var reached = servers()
                .filter(server -> context.engine().isAlive(node, server))
                .toList();
        if (!word.equals("CONT") && reached.isEmpty()) {
            throw LabException.failed("cannot " + title(), "no such process runs there", "start " + node);
        }
        context.run(node, Account.ROOT, command());
        if (!Await.until(() -> reached.stream().allMatch(server -> hasTaken(server, context)), LIMIT)) {
            throw LabException.failed(
                    "cannot " + title(), "the signal had no effect within " + LIMIT.toSeconds() + " s", "heal " + node);
        }
    }

    private Command command() {
        if (programs.isEmpty()) {
            // The process id -1 means all visible processes except process 1 and the sender: see kill(2).
            return Command.of("sh", "-c", "kill -" + word + " -1");
        }
        return Command.of("sh", "-c", EACH, "sh", programs.get(0).program(), word);
    }

    private Stream<Server> servers() {
        return programs.isEmpty()
                ? Stream.of(Server.values()).filter(server -> server.belongsOn(node))
                : programs.stream();
    }

    private boolean hasTaken(Server server, StepContext context) {
        return switch (word) {
            case "STOP" -> context.engine().isFrozen(node, server);
            case "CONT" -> !context.engine().isFrozen(node, server);
            default -> !context.engine().isAlive(node, server);
        };
    }
}
