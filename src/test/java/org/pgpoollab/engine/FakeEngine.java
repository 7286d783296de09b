package org.pgpoollab.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgpoollab.Problem;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Node;

/** An engine that runs nothing. Its hosts are all on, with their servers alive, or all off. A test overrides what it asks about. */
public class FakeEngine implements Engine {

    private volatile boolean running;

    public FakeEngine(boolean running) {
        this.running = running;
    }

    @Override
    public List<Problem> obstacles() {
        return List.of();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void create() {
        running = true;
    }

    @Override
    public void destroy() {
        running = false;
    }

    @Override
    public Command on(String host, Account account, Command command) {
        return command;
    }

    @Override
    public Path directory(Node node) {
        return Path.of("/nowhere", node.name());
    }

    @Override
    public Optional<Endpoint> endpoint(Node node, String socketDirectory, int port) {
        return isRunning() ? Optional.of(new Endpoint("/nowhere", port)) : Optional.empty();
    }

    @Override
    public Endpoint vip() {
        return new Endpoint("127.0.0.1", 15432);
    }

    @Override
    public Optional<Boolean> hasAddress(Node node, String address) {
        return isRunning() ? Optional.of(false) : Optional.empty();
    }

    @Override
    public void powerOn(List<Node> nodes) {}

    @Override
    public void powerOff(Node node) {}

    @Override
    public boolean isOn(Node node) {
        return true;
    }

    @Override
    public void impose(Faults wish) {}

    @Override
    public Set<String> hosts() {
        return Set.of();
    }

    @Override
    public ClientHost clients() {
        return new ClientHost.ThisMachine(
                new ProcessShell(), org.pgpoollab.engine.HostPrograms.none(), vip(), "/nowhere/client");
    }

    @Override
    public boolean isFrozen(Node node, String pidFile, String program) {
        return false;
    }

    @Override
    public boolean isAlive(Node node, String pidFile, String program) {
        return isRunning();
    }
}
