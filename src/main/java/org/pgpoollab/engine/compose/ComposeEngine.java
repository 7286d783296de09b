package org.pgpoollab.engine.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Capacity;
import org.pgpoollab.engine.ClientHost;
import org.pgpoollab.engine.ClientPort;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.Gate;
import org.pgpoollab.engine.HostNetwork;
import org.pgpoollab.engine.MachineCapacity;
import org.pgpoollab.engine.PacketRules;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Creates hosts as containers of Docker that run nothing but a script which waits; plans start the servers in them. The sockets of all
 * hosts are on one volume, and the utility host relays to them from a port on 127.0.0.1, so this process can observe the lab even while
 * all links are cut, and even if the daemon is in a virtual machine. Safe for use by several threads.
 */
public final class ComposeEngine implements Engine {

    private static final int GATE_PORTS = 16432;
    private static final String OFF = "none";
    private static final String STOPPED = "T";

    private final Lab lab;
    private final Path directory;
    private final Shell shell;
    private final Docker docker;
    private final ContainerNames names;
    private final ComposeFiles files;
    private final HostAccount account;
    private final ContainerCommands commands;
    private final ClientPort vipPort;
    private final ClientPort gatePort;
    private final HostFacts facts;
    private final LabContainers containers;
    private final HostPresence presence;
    private final ContainerLifecycle lifecycle;
    private final HostQuestions questions;
    private final LabTroubles troubles;
    private final Supplier<List<String>> others;

    /** Creates the engine of a lab that is the only one. */
    public ComposeEngine(Lab lab, Path directory, Shell shell) {
        this(lab, directory, shell, List::of, line -> {});
    }

    /**
     * @param directory the lab's directory, with a directory for each node
     * @param others returns the names of the other labs that run
     * @param tell receives messages about the build of the image
     */
    public ComposeEngine(Lab lab, Path directory, Shell shell, Supplier<List<String>> others, Consumer<String> tell) {
        this.lab = lab;
        this.directory = real(directory);
        this.shell = shell;
        this.docker = new Docker(shell);
        this.names = new ContainerNames(lab.name(), this.directory);
        this.files = new ComposeFiles(this.directory);
        this.account = HostAccount.ofThisUser();
        this.commands = new ContainerCommands(names, account);
        var prefersFirst = lab.name().equals(Lab.USUAL_NAME);
        this.vipPort = new ClientPort(files.port("vip"), ClientPort.FOR_VIP, prefersFirst);
        this.gatePort = new ClientPort(files.port("gate"), GATE_PORTS, prefersFirst);
        this.containers = new LabContainers(docker, names);
        this.facts = new HostFacts(this::gate, containers::isPaused);
        this.presence = new HostPresence(facts, containers);
        this.questions = new HostQuestions(facts, presence, names, shell);
        this.troubles = new LabTroubles(lab.name(), docker, containers, presence);
        this.lifecycle = new ContainerLifecycle(
                lab, this.directory, shell, names, account, vipPort, gatePort, containers, presence, tell);
        this.others = others;
    }

    /** Resolves symbolic links above the directory, so that it has one name, by which its containers are found. */
    private static Path real(Path directory) {
        var absolute = directory.toAbsolutePath();
        try {
            return absolute.getParent().toRealPath().resolve(absolute.getFileName());
        } catch (IOException notThereYet) {
            return absolute;
        }
    }

    /** Returns the directories, existing or not, of the running labs that were created directly in this one. */
    public static List<Path> running(Path labs, Shell shell) {
        return RunningLabs.in(real(labs.resolve("any")).getParent(), shell).stream()
                .map(labs::resolve)
                .toList();
    }

    /** Returns whether this machine has what labs of containers need. */
    public static boolean canRun(Shell shell) {
        return ComposeObstacles.ofThisProcess(shell).all().isEmpty();
    }

    /**
     * Returns a free network, three numbers, if something else has that of a lab which does not run; empty if the
     * lab's own is free, or if docker cannot be asked.
     *
     * @param reserve keeps a network from other labs that are about to be made; false if one of them has it already
     */
    public Optional<String> insteadOfTakenNetwork(Predicate<String> reserve) {
        try {
            var conflict = new NetworkConflict(docker);
            var network = lab.addresses().network();
            if (isRunning()
                    || (conflict.with(lab.addresses().subnet(), names.project()).isEmpty() && reserve.test(network))) {
                return Optional.empty();
            }
            var start = (int) (ProcessHandle.current().pid() % 256);
            return conflict.free(network.substring(0, network.lastIndexOf('.')), start, reserve);
        } catch (LabException noDocker) {
            return Optional.empty();
        }
    }

    private Gate gate() {
        return new Gate(gatePort.known().orElse(0), files.secret());
    }

    @Override
    public List<Problem> obstacles() {
        var obstacles = new ArrayList<>(ComposeObstacles.ofThisProcess(shell).all());
        if (obstacles.isEmpty() && !isRunning()) {
            new NetworkConflict(docker)
                    .with(lab.addresses().subnet(), names.project())
                    .ifPresent(conflict -> obstacles.add(new Problem(
                            "the lab's addresses " + lab.addresses().subnet() + " are in use on this machine",
                            conflict,
                            "up --subnet 10.78.0.0/24, or any other that is free")));
        }
        return obstacles;
    }

    @Override
    public Capacity capacity() {
        return new MachineCapacity(Path.of("/")).of(directory);
    }

    @Override
    public List<String> others() {
        return others.get();
    }

    @Override
    public boolean isRunning() {
        return presence.isRunning();
    }

    @Override
    public Optional<Problem> whyNotRunning() {
        return troubles.whyNotRunning();
    }

    @Override
    public Optional<Problem> blindness() {
        return troubles.blindness();
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
    public boolean isOn(Node node) {
        return presence.isOn(node.name());
    }

    @Override
    public Optional<HostTrouble> trouble(Node node) {
        return presence.trouble(node);
    }

    @Override
    public void release(Node node) {
        lifecycle.release(node);
    }

    @Override
    public void destroy() {
        lifecycle.destroy();
    }

    @Override
    public boolean hasRemains() {
        return !containers.now().isEmpty();
    }

    @Override
    public Set<String> hosts() {
        return containers.now().stream()
                .filter(container -> container.isOn() && !container.host().equals(UTILITY))
                .map(Docker.Container::host)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void impose(Faults wish) {
        var network = new HostNetwork(this, shell, new PacketRules(lab, wish));
        // At the same time, because each command costs a tenth of a second.
        var failures = lab.nodes().parallelStream()
                .filter(this::isOn)
                .flatMap(node -> failure(() -> network.impose(node)).stream())
                .toList();
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private static Optional<LabException> failure(Runnable task) {
        try {
            task.run();
            return Optional.empty();
        } catch (LabException failure) {
            return Optional.of(failure);
        }
    }

    @Override
    public void removeImages() {
        LabImage.removeAll(docker);
    }

    @Override
    public Command on(String host, Account who, Command command) {
        if (!presence.isOn(host)) {
            throw LabException.failed(
                    "nothing can run on " + host, "the host is off", isRunning() ? "start " + host : "up");
        }
        return who == Account.MOUNTER ? commands.mounter(host, image(host), command) : commands.on(host, who, command);
    }

    private String image(String host) {
        return docker.must(
                        "the image of " + host + " is unknown",
                        List.of("inspect", "--format", "{{.Image}}", names.container(host)))
                .strip();
    }

    @Override
    public ClientHost clients() {
        return new UtilityPrograms(commands, gate(), shell);
    }

    @Override
    public Path directory(Node node) {
        return directory.resolve(node.name());
    }

    @Override
    public void own(Node node) {
        account.own(shell, "-R", directory(node));
    }

    @Override
    public String toLoad(String modules) {
        return "as root on the machine of the Docker daemon: modprobe -a " + modules;
    }

    @Override
    public Optional<Endpoint> endpoint(Node node, String socketDirectory, int port) {
        if (!isOn(node)) {
            return Optional.empty();
        }
        var place = "/run/sockets/" + node + socketDirectory.substring("/run".length());
        return Optional.of(new Endpoint(place, port, gate()));
    }

    @Override
    public Endpoint vip() {
        return new Endpoint("127.0.0.1", vipPort.known().orElseThrow(vipPort::unknown));
    }

    @Override
    public Optional<Boolean> hasAddress(Node node, String address) {
        return questions.answer(node, "address " + address).map("yes"::equals);
    }

    @Override
    public OptionalInt connections(Node node, int port) {
        return questions
                .number(node, "connections " + port)
                .map(count -> OptionalInt.of(count.intValue()))
                .orElse(OptionalInt.empty());
    }

    @Override
    public boolean isMounted(Node node, String path, String type) {
        return questions
                .answer(node, "mount " + path + " " + type)
                .filter("yes"::equals)
                .isPresent();
    }

    @Override
    public OptionalLong room(Node node, String path) {
        return questions.number(node, "room " + path).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    @Override
    public boolean isAlive(Node node, String pidFile, String program) {
        return process(node, pidFile, program)
                .filter(state -> !state.equals(OFF))
                .isPresent();
    }

    @Override
    public boolean isFrozen(Node node, String pidFile, String program) {
        return process(node, pidFile, program).filter(STOPPED::equals).isPresent();
    }

    /** Returns the state of a process; that of every process of a paused container is that of one that a signal has stopped. */
    private Optional<String> process(Node node, String pidFile, String program) {
        return questions
                .answer(node, "process " + pidFile + " " + program)
                .or(() -> trouble(node)
                        .filter(trouble -> trouble.kind() == HostTrouble.Kind.HELD)
                        .map(held -> STOPPED));
    }
}
