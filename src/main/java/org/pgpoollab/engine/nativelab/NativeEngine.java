package org.pgpoollab.engine.nativelab;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.engine.Account;
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
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Creates hosts from Linux namespaces, for root and for ordinary users: one user namespace owns all; each host has its own network,
 * processes, mounts and host name, and all hosts share one bridge. Killing process 1 of the lab ends everything. See namespaces(7),
 * user_namespaces(7), unshare(1), nsenter(1). This process stays outside the namespaces: it reaches sockets through {@code /proc/PID/root}
 * and reads addresses from {@code /proc/PID/net}, so it can observe the lab even while all links are cut.
 */
public final class NativeEngine implements Engine {

    private final Lab lab;
    private final Path directory;
    private final Shell shell;
    private final Function<String, HostPrograms> programs;
    private final Supplier<List<String>> others;
    private final Namespaces namespaces;
    private final ClientPort gatePort;
    private final NamespaceLifecycle lifecycle;

    /** Creates the engine of a lab that is the only one, and whose hosts all have the same programs. */
    public NativeEngine(Lab lab, Path directory, Shell shell, Supplier<HostPrograms> programs) {
        this(lab, directory, shell, host -> programs.get(), List::of);
    }

    /**
     * @param directory the lab's directory, which holds {@code hosts}, {@code passwd}, {@code group} and a directory for each node
     * @param programs returns what the programs of a host need, by its name; called only when a program is run
     * @param others returns the names of the other labs that run
     */
    public NativeEngine(
            Lab lab,
            Path directory,
            Shell shell,
            Function<String, HostPrograms> programs,
            Supplier<List<String>> others) {
        this.others = others;
        this.lab = lab;
        this.directory = directory;
        this.shell = shell;
        this.programs = programs;
        this.namespaces = new Namespaces(directory);
        this.gatePort = new ClientPort(
                directory.resolve(NamespaceLifecycle.DIRECTORY).resolve("port"),
                ClientPort.FOR_VIP,
                lab.name().equals(Lab.USUAL_NAME));
        this.lifecycle = new NamespaceLifecycle(
                lab, directory, shell, programs, namespaces, gatePort, command -> on(UTILITY, Account.ROOT, command));
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
        lifecycle.create();
    }

    @Override
    public void powerOn(List<Node> nodes) {
        lifecycle.powerOn(nodes);
    }

    @Override
    public void powerOff(Node node) {
        lifecycle.powerOff(node);
    }

    @Override
    public void destroy() {
        lifecycle.destroy();
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
                        programs.apply(host).environment(),
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
                shell,
                programs.apply(UTILITY),
                vip(),
                directory.resolve("client").toString());
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
}
