package org.pgpoollab.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgpoollab.binaries.GivenBinaries;
import org.pgpoollab.binaries.LabBinaries;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.ClientHost;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.FakeEngine;
import org.pgpoollab.engine.FakeShell;
import org.pgpoollab.observe.PcpTools;
import org.pgpoollab.observe.SnapshotSource;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

/**
 * A fake engine, shell and snapshot source for tests of steps. It records the commands that run; the next snapshot shows what pcp and a
 * fence have changed.
 */
final class FakeLab extends FakeEngine implements FakeShell, SnapshotSource {

    final List<String> ran = new ArrayList<>();
    final Set<Node> vipHolders = new HashSet<>();
    /** A command with this text fails; none if empty. */
    String failing = "";

    private final Given given;
    private final Set<Node> ended = new HashSet<>();

    FakeLab(Given given) {
        super(true);
        this.given = given;
    }

    StepContext context() {
        var tools = new PcpTools(Path.of("/pcp"), "/pcppass", "admin");
        return new StepContext(
                given.lab(),
                new LabDirectory(Path.of("/nowhere")),
                Path.of("/nowhere"),
                this,
                this,
                () -> LabBinaries.ofAll(GivenBinaries.in(Path.of("/bin"))),
                () -> this,
                () -> tools);
    }

    @Override
    public ClusterState glance() {
        return given.state();
    }

    @Override
    public ClusterState examine() {
        return given.state();
    }

    @Override
    public Command on(String host, Account account, Command command) {
        return Command.of("on", host, account.name().toLowerCase(java.util.Locale.ROOT), command.shellLine());
    }

    @Override
    public Ended run(Command command) {
        var words = command.argv();
        if (words.get(0).startsWith("/pcp/")) {
            setBackend(words);
        } else {
            ran.add(String.join(" ", words.subList(1, words.size())));
            change(words);
        }
        if (!failing.isEmpty() && String.join(" ", words).contains(failing)) {
            return new Ended(1, "", "it did not work");
        }
        return new Ended(0, "", "");
    }

    private void setBackend(List<String> words) {
        var tool = words.get(0).substring("/pcp/".length());
        var backend = "pg-" + words.get(words.size() - 1);
        ran.add(tool + " " + backend);
        given.status(backend, tool.equals("pcp_detach_node") ? "down" : "up");
    }

    /** Ends the servers of a node, and leaves its addresses. */
    void kill(Node node) {
        ended.add(node);
    }

    private void change(List<String> words) {
        var node = Node.parse(words.get(1)).orElseThrow();
        if (words.get(3).contains("kill -KILL")) {
            ended.add(node);
            given.silent(node.name());
        }
        if (words.get(3).contains("setsid /bin/pgpool")) {
            ended.remove(node);
        }
        if (words.get(3).startsWith("ip address add")) {
            vipHolders.add(node);
        }
        if (words.get(3).startsWith("ip address delete")) {
            vipHolders.remove(node);
        }
    }

    @Override
    public boolean isAlive(Node node, String pidFile, String program) {
        return !ended.contains(node);
    }

    @Override
    public Optional<Boolean> hasAddress(Node node, String address) {
        return Optional.of(vipHolders.contains(node));
    }

    @Override
    public ClientHost clients() {
        return new ClientHost.ThisMachine(this, org.pgpoollab.engine.HostPrograms.none(), vip(), "/nowhere/client");
    }

    @Override
    public Optional<Endpoint> endpoint(Node node, String socketDirectory, int port) {
        return Optional.of(new Endpoint("/" + node, port));
    }
}
