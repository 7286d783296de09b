package org.pgpoollab.engine.nativelab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pgpoollab.Exit;
import org.pgpoollab.FullDisk;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.ClientPort;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Command.Inherits;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.HostPrograms;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.AddressPlan;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Makes and ends the process that holds a lab's namespaces, and powers its hosts on and off. */
final class NamespaceLifecycle {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration BOOT_LIMIT = Duration.ofSeconds(20);
    private static final Duration END_LIMIT = Duration.ofSeconds(20);
    /** The directory of the engine below that of the lab. */
    static final String DIRECTORY = ".native";

    static final String PID_FILE = "unshare.pid";
    private static final List<String> SCRIPTS = List.of(LabHolder.SCRIPT, "host.sh", "root.sh", "etc.sh", "silence.sh");

    private final Lab lab;
    private final Path directory;
    private final Path nativeDirectory;
    private final Shell shell;
    private final Function<String, HostPrograms> programs;
    private final Namespaces namespaces;
    private final ClientPort gatePort;
    private final UnaryOperator<Command> onUtility;

    /**
     * @param directory the lab's directory
     * @param onUtility makes a command run as root on the utility host
     */
    NamespaceLifecycle(
            Lab lab,
            Path directory,
            Shell shell,
            Function<String, HostPrograms> programs,
            Namespaces namespaces,
            ClientPort gatePort,
            UnaryOperator<Command> onUtility) {
        this.lab = lab;
        this.directory = directory;
        this.nativeDirectory = directory.resolve(DIRECTORY);
        this.shell = shell;
        this.programs = programs;
        this.namespaces = namespaces;
        this.gatePort = gatePort;
        this.onUtility = onUtility;
    }

    void create() {
        var fresh = !namespaces.holder().isPresent();
        if (fresh) {
            install();
            hold();
            Await.until(() -> namespaces.holder().isPresent(), START_LIMIT);
        }
        awaitOrExplain(() -> namespaces.init().isPresent(), "the lab's namespaces were not made", "holder.log");
        powerOn(lab.nodes());
        if (fresh && gateIsTaken()) {
            // Another program took the port after it was chosen. Nothing runs on the hosts yet.
            destroy();
            gatePort.forget();
            create();
        }
    }

    private boolean gateIsTaken() {
        return ProcessTable.read(nativeDirectory.resolve("holder.log"))
                .filter(log -> log.contains("Address already in use"))
                .isPresent();
    }

    /** Creates all files before any process starts, so that a full disk shows early. */
    private void install() {
        try {
            Files.createDirectories(nativeDirectory);
            for (var script : SCRIPTS) {
                try (var content = NamespaceLifecycle.class.getResourceAsStream(script)) {
                    Files.write(nativeDirectory.resolve(script), content.readAllBytes());
                }
            }
            for (var log : logs()) {
                Files.write(nativeDirectory.resolve(log), new byte[0]);
            }
            Files.writeString(nativeDirectory.resolve(PID_FILE), "none yet\n");
        } catch (IOException e) {
            throw LabException.failed(
                    "the lab's directory " + directory + " cannot be written",
                    Reason.of(e),
                    FullDisk.remedy(directory));
        }
    }

    private List<String> logs() {
        return Stream.concat(Stream.of("holder.log"), lab.nodes().stream().map(node -> node + ".log"))
                .toList();
    }

    /** Starts the process that holds the lab. It writes its id to a file before it becomes {@code unshare}, so that no search is needed. */
    private void hold() {
        var start = "setsid sh -c 'echo $$ >\"$1/" + PID_FILE + "\" || exit 1; d=$1; shift;"
                + " exec unshare --user --map-root-user --mount --pid --fork --kill-child --mount-proc sh \"$d/"
                + LabHolder.SCRIPT + "\" machine \"$@\"'"
                + " sh \"$@\" </dev/null >\"$1/holder.log\" 2>&1 &";
        var plan = lab.addresses();
        var root = programs.apply(Engine.UTILITY).root();
        run(Command.of(
                "sh",
                "-c",
                start,
                "sh",
                nativeDirectory.toString(),
                directory.toString(),
                String.valueOf(gatePort.choose()),
                plan.vip(),
                withPrefix(plan.utility()),
                root.isOfMachine() ? "" : root.path().toString()));
    }

    void powerOn(List<Node> nodes) {
        var on = namespaces.hosts().keySet();
        var off = nodes.stream().filter(node -> !on.contains(node.name())).toList();
        if (off.isEmpty()) {
            return;
        }
        var words = new ArrayList<String>(List.of("sh", "/run/lab/.native/host.sh", "boot"));
        for (var node : off) {
            words.addAll(List.of(node.name(), withPrefix(lab.addresses().of(node)), ownRoot(node)));
        }
        try {
            run(onUtility.apply(Command.of(words)));
            for (var node : nodes) {
                awaitOrExplain(() -> isOn(node), node + " was not made", node + ".log");
            }
        } catch (LabException failure) {
            settle(nodes, failure);
            throw failure;
        }
    }

    /** Waits for hosts that still boot when the caller is interrupted: the next command would make each a second time. */
    private void settle(List<Node> nodes, LabException failure) {
        if (failure.exit() == Exit.INTERRUPTED) {
            Await.undisturbed(() -> Await.until(() -> nodes.stream().allMatch(this::isOn), START_LIMIT));
        }
    }

    private boolean isOn(Node node) {
        return namespaces.hosts().containsKey(node.name());
    }

    /** Returns the root directory of a host on this machine, without symbolic links; empty if it is that of the lab. */
    private String ownRoot(Node node) {
        var root = programs.apply(node.name()).root();
        if (root.equals(programs.apply(Engine.UTILITY).root())) {
            return "";
        }
        try {
            return root.path().toRealPath().toString();
        } catch (IOException e) {
            throw LabException.failed(
                    node + " cannot have the root directory of the release " + root.release(),
                    Reason.of(e),
                    "up, after: down --keep");
        }
    }

    void powerOff(Node node) {
        namespaces.host(node.name()).ifPresent(NamespaceLifecycle::kill);
        if (!Await.until(() -> namespaces.host(node.name()).isEmpty(), END_LIMIT)) {
            throw LabException.failed(
                    node + " did not go off",
                    "its processes did not end within " + END_LIMIT.toSeconds() + " s",
                    "down");
        }
    }

    private void awaitOrExplain(BooleanSupplier state, String what, String log) {
        if (Await.until(() -> state.getAsBoolean() || !namespaces.holder().isPresent(), BOOT_LIMIT)
                && state.getAsBoolean()) {
            return;
        }
        var said = ProcessTable.read(nativeDirectory.resolve(log)).orElse("").strip();
        throw LabException.failed(
                what,
                said.isEmpty() ? "they ended, or took longer than " + BOOT_LIMIT.toSeconds() + " s" : said,
                "down; up");
    }

    void destroy() {
        var holders = namespaces.holders();
        if (!Await.until(
                () -> holders.stream().filter(NamespaceLifecycle::endStep).count() == 0, END_LIMIT)) {
            var left = holders.stream().filter(LabHolder::lives).toList();
            left.forEach(holder -> kill(holder.pid()));
            throw LabException.failed(
                    "the lab's processes did not end within " + END_LIMIT.toSeconds() + " s",
                    "process " + left.get(0).pid() + " still waits for them",
                    "down");
        }
    }

    /**
     * Kills process 1 of the lab; the holder ends when the kernel has ended all processes below it.
     *
     * @return whether the holder still lives
     */
    private static boolean endStep(LabHolder holder) {
        if (!holder.lives()) {
            return false;
        }
        ProcessTable.children(holder.pid()).forEach(NamespaceLifecycle::kill);
        return true;
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private void run(Command command) {
        var all = command.inheriting(Inherits.TERMINAL);
        for (var variable : programs.apply(Engine.UTILITY).environment().entrySet()) {
            all = all.with(variable.getKey(), variable.getValue());
        }
        var ended = shell.run(all);
        if (!ended.succeeded()) {
            throw LabException.failed("the lab's hosts could not be made", ended.lastWords(), "");
        }
    }

    private static String withPrefix(String address) {
        return address + "/" + AddressPlan.PREFIX_LENGTH;
    }
}
