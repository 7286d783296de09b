package org.pgpoollab.engine.compose;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.ClientPort;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Makes the containers of a lab, switches them on and off, and removes them. Safe for use by several threads. */
final class ContainerLifecycle {

    private static final String UTILITY = Engine.UTILITY;
    private static final Duration BOOT_LIMIT = Duration.ofSeconds(20);
    private static final Duration END_LIMIT = Duration.ofSeconds(20);

    private final Lab lab;
    private final Path directory;
    private final Shell shell;
    private final Docker docker;
    private final ContainerNames names;
    private final ComposeFiles files;
    private final HostAccount account;
    private final ClientPort vipPort;
    private final ClientPort gatePort;
    private final LabContainers containers;
    private final HostPresence presence;
    private final Consumer<String> tell;

    /**
     * @param vipPort the port at which clients reach the VIP
     * @param gatePort the port of the gate
     * @param tell receives messages about the build of the image
     */
    ContainerLifecycle(
            Lab lab,
            Path directory,
            Shell shell,
            ContainerNames names,
            HostAccount account,
            ClientPort vipPort,
            ClientPort gatePort,
            LabContainers containers,
            HostPresence presence,
            Consumer<String> tell) {
        this.lab = lab;
        this.directory = directory;
        this.shell = shell;
        this.docker = new Docker(shell);
        this.names = names;
        this.files = new ComposeFiles(directory);
        this.account = account;
        this.vipPort = vipPort;
        this.gatePort = gatePort;
        this.containers = containers;
        this.presence = presence;
        this.tell = tell;
    }

    void create() {
        var all = Stream.concat(lab.nodes().stream().map(Node::name), Stream.of(UTILITY))
                .toList();
        if (presence.isRunning()) {
            unpause(all);
            requireNetwork();
            if (all.stream().allMatch(presence::isReady)) {
                return;
            }
        } else {
            destroy();
            install();
        }
        composeUp(List.of());
        awaitHosts(all);
    }

    /**
     * Refuses hosts that run without their network. They cannot be given it again as it was, because the interface would have another name;
     * a host that is off can.
     */
    private void requireNetwork() {
        var without = containers.now().stream()
                .filter(container -> container.isOn() && !hasNetwork(container))
                .map(Docker.Container::host)
                .sorted()
                .toList();
        if (!without.isEmpty()) {
            throw withoutNetwork(without);
        }
    }

    private LabException withoutNetwork(List<String> hosts) {
        var named = String.join(" ", hosts);
        return LabException.failed(
                String.join(", ", hosts) + (hosts.size() == 1 ? " has" : " have") + " no network",
                "somebody disconnected it or removed it",
                hosts.contains(UTILITY) ? "down --keep; up" : "kill " + named + "; start " + named);
    }

    private boolean hasNetwork(Docker.Container container) {
        return container.networks().contains(names.project());
    }

    /** Gives the network, with the node's address, to a container that is off; when it starts, its interface has the usual name. */
    private void connect(List<Node> nodes) {
        var there = containers.now();
        for (var node : nodes) {
            there.stream()
                    .filter(container -> container.host().equals(node.name()) && !container.isOn())
                    .filter(container -> !hasNetwork(container))
                    .forEach(container -> docker.must(
                            node + " could not be connected to the lab's network",
                            List.of(
                                    "network",
                                    "connect",
                                    "--ip",
                                    lab.addresses().of(node),
                                    names.project(),
                                    container.id())));
        }
    }

    private void install() {
        files.prepare();
        // The lab's programs may be known from an earlier start, and the image gone or of another version since.
        var image = new LabImage(lab.release(), shell, tell);
        image.obtain();
        var text = new ComposeText(lab, names, files, account, image.name(), vipPort.choose(), gatePort.chooseFree());
        files.write(lab, account, text);
        account.own(shell, "-R", directory.resolve("client"));
        // The utility host has the directory of the whole lab.
        account.own(shell, "-h", directory);
        lab.nodes().forEach(node -> account.own(shell, "-R", directory.resolve(node.name())));
    }

    private void composeUp(List<String> services) {
        containers.changed();
        try {
            new ComposeCommand(shell).up(names.project(), files.composeFile(), services);
        } catch (LabException failure) {
            if (failure.getMessage().contains("port") && !presence.isRunning()) {
                // Another program took the port after it was chosen.
                vipPort.forget();
                gatePort.forget();
                throw failure;
            }
            throw vipPort.inUse(failure.getMessage()).orElse(failure);
        } finally {
            containers.changed();
        }
    }

    private void awaitHosts(List<String> hosts) {
        for (var host : hosts) {
            if (!Await.until(() -> presence.isReady(host), BOOT_LIMIT)) {
                var said = docker.run("logs", "--tail", "5", names.container(host));
                throw LabException.failed(
                        host + " was not made",
                        (said.output() + said.errors()).isBlank()
                                ? "it did not answer within " + BOOT_LIMIT.toSeconds() + " s"
                                : (said.output() + said.errors()).strip(),
                        "down --keep; up");
            }
        }
    }

    void powerOn(List<Node> nodes) {
        var hosts = Stream.concat(nodes.stream().map(Node::name), Stream.of(UTILITY))
                .toList();
        unpause(hosts);
        requireConnected(nodes);
        var off = hosts.stream().filter(host -> !presence.isOn(host)).toList();
        if (off.isEmpty()) {
            return;
        }
        containers.changed();
        var there = containers.now().stream().map(Docker.Container::host).toList();
        var stopped = off.stream().filter(there::contains).map(names::container).toList();
        if (!stopped.isEmpty()) {
            connect(nodes);
            var words = new ArrayList<>(List.of("start"));
            words.addAll(stopped);
            docker.must("the hosts could not be started", words);
        }
        var removed = off.stream().filter(host -> !there.contains(host)).toList();
        if (!removed.isEmpty()) {
            composeUp(removed);
        }
        containers.changed();
        requireNetwork();
        awaitHosts(off);
    }

    private void requireConnected(List<Node> nodes) {
        var without = nodes.stream()
                .filter(node -> presence.trouble(node)
                        .filter(trouble -> trouble.kind() == HostTrouble.Kind.DISCONNECTED)
                        .isPresent())
                .map(Node::name)
                .toList();
        if (!without.isEmpty()) {
            throw withoutNetwork(without);
        }
    }

    void release(Node node) {
        unpause(List.of(node.name()));
    }

    /** Lets those of these hosts go on whose containers somebody has paused: no process on such a host answers or can be started. */
    private void unpause(List<String> hosts) {
        if (hosts.stream().noneMatch(host -> presence.outcome(host) == HostFacts.Outcome.SILENT)) {
            return;
        }
        var paused = containers.now().stream()
                .filter(container -> container.state().equals("paused") && hosts.contains(container.host()))
                .map(Docker.Container::id)
                .toList();
        if (!paused.isEmpty()) {
            var words = new ArrayList<>(List.of("unpause"));
            words.addAll(paused);
            docker.must("the hosts that were paused by docker pause cannot go on", words);
            containers.changed();
        }
    }

    void powerOff(Node node) {
        if (!presence.isOn(node.name())) {
            return;
        }
        var ended = docker.run("kill", names.container(node.name()));
        containers.changed();
        if (!Await.until(() -> !presence.isOn(node.name()), END_LIMIT)) {
            throw DockerFailure.of(node + " did not go off", ended);
        }
    }

    void destroy() {
        containers.changed();
        var failures = new ArrayList<Problem>();
        remove(
                List.of("rm", "-f", "-v"),
                containers.now().stream().map(Docker.Container::id).toList(),
                failures);
        for (var kind : List.of("network", "volume")) {
            remove(List.of(kind, "rm"), docker.named(kind, names.filter()), failures);
        }
        containers.changed();
        if (!failures.isEmpty()) {
            throw new LabException(Exit.FAILED, failures);
        }
    }

    /** Removes objects of the lab, which were found by their label, so that nothing foreign is touched. */
    private void remove(List<String> command, List<String> objects, List<Problem> failures) {
        if (objects.isEmpty()) {
            return;
        }
        var words = new ArrayList<>(command);
        words.addAll(objects);
        var ended = docker.run(words);
        if (!ended.succeeded() && !ended.errors().toLowerCase(Locale.ROOT).contains("no such")) {
            failures.add(DockerFailure.problem("what the lab has with Docker is not gone", ended));
        }
    }
}
