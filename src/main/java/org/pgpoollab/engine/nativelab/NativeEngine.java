package org.pgpoollab.engine.nativelab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pgpoollab.FullDisk;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.Reason;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.Capacity;
import org.pgpoollab.engine.ClientHost;
import org.pgpoollab.engine.ClientPort;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Command.Inherits;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.HostNetwork;
import org.pgpoollab.engine.HostPrograms;
import org.pgpoollab.engine.MachineCapacity;
import org.pgpoollab.engine.PacketRules;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.AddressPlan;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Creates hosts from Linux namespaces, for root and for ordinary users: one user namespace owns all; each host has its own network,
 * processes, mounts and host name, and all hosts share one bridge. Killing process 1 of the lab ends everything. See namespaces(7),
 * user_namespaces(7), unshare(1), nsenter(1). This process stays outside the namespaces: it reaches sockets through {@code /proc/PID/root}
 * and reads addresses from {@code /proc/PID/net}, so it can observe the lab even while all links are cut.
 */
public final class NativeEngine implements Engine {

    private static final Duration START_LIMIT = Duration.ofSeconds(5);
    private static final Duration BOOT_LIMIT = Duration.ofSeconds(20);
    private static final Duration END_LIMIT = Duration.ofSeconds(20);
    static final String PID_FILE = "unshare.pid";
    private static final List<String> SCRIPTS = List.of(LabHolder.SCRIPT, "host.sh", "silence.sh");

    private final Lab lab;
    private final Path directory;
    private final Path nativeDirectory;
    private final Shell shell;
    private final Supplier<HostPrograms> programs;
    private final Supplier<List<String>> others;
    private final Namespaces namespaces;
    private final ClientPort gatePort;

    /** Creates the engine of a lab that is the only one. */
    public NativeEngine(Lab lab, Path directory, Shell shell, Supplier<HostPrograms> programs) {
        this(lab, directory, shell, programs, List::of);
    }

    /**
     * @param directory the lab's directory, which holds {@code hosts}, {@code passwd}, {@code group} and a directory for each node
     * @param programs returns what the hosts' programs need; called only when a program is run
     * @param others returns the names of the other labs that run
     */
    public NativeEngine(
            Lab lab, Path directory, Shell shell, Supplier<HostPrograms> programs, Supplier<List<String>> others) {
        this.others = others;
        this.lab = lab;
        this.directory = directory;
        this.nativeDirectory = directory.resolve(".native");
        this.shell = shell;
        this.programs = programs;
        this.namespaces = new Namespaces(directory);
        this.gatePort = new ClientPort(
                nativeDirectory.resolve("port"), ClientPort.FOR_VIP, lab.name().equals(Lab.USUAL_NAME));
    }

    @Override
    public List<String> others() {
        return others.get();
    }

    /** Returns whether this machine lets this user create hosts. */
    public static boolean canRun(Shell shell) {
        return new UserNamespaces(shell).obstacles().isEmpty();
    }

    @Override
    public List<Problem> obstacles() {
        return new UserNamespaces(shell).obstacles();
    }

    @Override
    public Capacity capacity() {
        return new MachineCapacity(Path.of("/")).of(directory);
    }

    @Override
    public boolean isRunning() {
        return namespaces.holder().isPresent();
    }

    /** Returns the directories, existing or not, of the running labs that were created directly in this one. */
    public static List<Path> running(Path labs) {
        return LabHolder.all().stream()
                .filter(holder -> holder.isBelow(labs))
                .map(holder -> labs.resolve(holder.directory().getFileName()))
                .distinct()
                .toList();
    }

    @Override
    public Set<String> hosts() {
        return namespaces.hosts().keySet();
    }

    @Override
    public void create() {
        var fresh = !isRunning();
        if (fresh) {
            install();
            hold();
            Await.until(this::isRunning, START_LIMIT);
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
                try (var content = NativeEngine.class.getResourceAsStream(script)) {
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
        var root = programs.get().root();
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

    @Override
    public void powerOn(List<Node> nodes) {
        var on = namespaces.hosts().keySet();
        var words = new ArrayList<String>(List.of("sh", "/run/lab/.native/host.sh", "boot"));
        for (var node : nodes) {
            if (!on.contains(node.name())) {
                words.add(node.name());
                words.add(withPrefix(lab.addresses().of(node)));
            }
        }
        if (words.size() == 3) {
            return;
        }
        run(on(UTILITY, Account.ROOT, Command.of(words)));
        for (var node : nodes) {
            awaitOrExplain(() -> namespaces.hosts().containsKey(node.name()), node + " was not made", node + ".log");
        }
    }

    @Override
    public void powerOff(Node node) {
        namespaces.host(node.name()).ifPresent(NativeEngine::kill);
        if (!Await.until(() -> !isOn(node), END_LIMIT)) {
            throw LabException.failed(
                    node + " did not go off",
                    "its processes did not end within " + END_LIMIT.toSeconds() + " s",
                    "down");
        }
    }

    @Override
    public boolean isOn(Node node) {
        return namespaces.host(node.name()).isPresent();
    }

    @Override
    public void impose(Faults wish) {
        var network = new HostNetwork(this, shell, new PacketRules(lab, wish));
        lab.nodes().stream().filter(this::isOn).forEach(network::impose);
    }

    private void awaitOrExplain(BooleanSupplier state, String what, String log) {
        if (Await.until(() -> state.getAsBoolean() || !isRunning(), BOOT_LIMIT) && state.getAsBoolean()) {
            return;
        }
        var said = ProcessTable.read(nativeDirectory.resolve(log)).orElse("").strip();
        throw LabException.failed(
                what,
                said.isEmpty() ? "they ended, or took longer than " + BOOT_LIMIT.toSeconds() + " s" : said,
                "down; up");
    }

    @Override
    public void destroy() {
        var holders = namespaces.holders();
        if (!Await.until(() -> holders.stream().filter(NativeEngine::endStep).count() == 0, END_LIMIT)) {
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
        ProcessTable.children(holder.pid()).forEach(NativeEngine::kill);
        return true;
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public Command on(String host, Account account, Command command) {
        var init = init(host)
                .orElseThrow(() -> LabException.failed(
                        "nothing can run on " + host, "the host is off", isRunning() ? "start " + host : "up"));
        var words = new ArrayList<>(
                List.of("nsenter", "--target", String.valueOf(init), "--user", "--preserve-credentials"));
        words.addAll(List.of("--mount", "--net", "--uts", "--ipc", "--pid", "--"));
        if (account == Account.POSTGRES) {
            // PostgreSQL refuses to run as root: a nested user namespace maps the same user to another id.
            words.addAll(List.of("unshare", "--user", "--map-user=1000", "--map-group=1000", "--"));
        }
        words.addAll(command.argv());
        var inside = new Command(
                        words,
                        programs.get().environment(),
                        command.input(),
                        command.deadline(),
                        Inherits.TERMINAL,
                        List.of())
                .with("HOME", host.equals(UTILITY) ? NODE_DIRECTORY + "/client" : NODE_DIRECTORY);
        for (var variable : command.environment().entrySet()) {
            inside = inside.with(variable.getKey(), variable.getValue());
        }
        return inside;
    }

    private OptionalLong init(String host) {
        if (host.equals(UTILITY)) {
            return namespaces.init();
        }
        return namespaces.host(host);
    }

    private Optional<Path> root(Node node) {
        var init = init(node.name());
        return init.isEmpty() ? Optional.empty() : Optional.of(ProcessTable.root(init.getAsLong()));
    }

    @Override
    public Path directory(Node node) {
        return directory.resolve(node.name());
    }

    @Override
    public Optional<Endpoint> endpoint(Node node, String socketDirectory, int port) {
        return root(node).map(root -> new Endpoint(root + socketDirectory, port));
    }

    @Override
    public Endpoint vip() {
        var port = gatePort.known();
        return new Endpoint(
                "127.0.0.1",
                port.isPresent()
                        ? port.getAsInt()
                        : namespaces.holder().map(LabHolder::port).orElseThrow(gatePort::unknown));
    }

    @Override
    public ClientHost clients() {
        return new ClientHost.ThisMachine(
                shell, programs.get(), vip(), directory.resolve("client").toString());
    }

    @Override
    public Optional<Boolean> hasAddress(Node node, String address) {
        var init = init(node.name());
        return init.isEmpty() ? Optional.empty() : ProcessTable.hasAddress(init.getAsLong(), address);
    }

    @Override
    public OptionalInt connections(Node node, int port) {
        var init = init(node.name());
        return init.isEmpty() ? OptionalInt.empty() : ProcessTable.connections(init.getAsLong(), port);
    }

    @Override
    public boolean isMounted(Node node, String path, String type) {
        var init = init(node.name());
        return init.isPresent() && ProcessTable.isMounted(init.getAsLong(), path, type);
    }

    @Override
    public OptionalLong room(Node node, String path) {
        var place = root(node).map(root -> new File(root + path)).filter(File::exists);
        return place.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(place.get().getUsableSpace());
    }

    @Override
    public boolean isAlive(Node node, String pidFile, String program) {
        return process(node, pidFile, program).isPresent();
    }

    @Override
    public boolean isFrozen(Node node, String pidFile, String program) {
        return process(node, pidFile, program)
                .flatMap(process -> ProcessTable.read(process.resolve("stat")))
                .filter(ProcessTable::isStopped)
                .isPresent();
    }

    /** Returns the directory of a server's process in the node's {@code /proc}. */
    private Optional<Path> process(Node node, String pidFile, String program) {
        var root = root(node);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        return ProcessTable.read(Path.of(root.get() + pidFile))
                .flatMap(text -> text.lines().findFirst())
                // pgpool ends its process id with a zero byte.
                .map(line -> line.replace("\0", "").strip())
                .filter(number -> number.matches("[0-9]+"))
                .map(number -> root.get().resolve("proc/" + number))
                .filter(process -> ProcessTable.read(process.resolve("comm"))
                        .filter(name -> name.strip().equals(program))
                        .isPresent());
    }

    private void run(Command command) {
        var all = command.inheriting(Inherits.TERMINAL);
        for (var variable : programs.get().environment().entrySet()) {
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
