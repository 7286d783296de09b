package org.pgpoollab.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.ClientHost;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.FakeEngine;
import org.pgpoollab.engine.FakeShell;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.load.FakeLoad;
import org.pgpoollab.load.LabLoad;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.plan.FaultPlanner;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.step.FakePlan;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.report.MachineReport;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.save.LabSaves;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.session.LabSummary;
import org.pgpoollab.session.ReleaseCache;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Release;
import org.pgpoollab.version.ProgramVersions;

/** A lab session on a lab of three PostgreSQL and three Pgpool-II nodes that does nothing, but records its calls. */
public final class FakeLabSession implements LabSession {

    public MachineReport machine = new MachineReport(List.of(), List.of());
    public ProgramVersions versions = ProgramVersions.UNKNOWN;

    public final FakeReleaseCache releases = new FakeReleaseCache();

    public final List<String> asked = new ArrayList<>();
    public final List<String> reserved = new ArrayList<>();
    public final List<String> done = new ArrayList<>();
    public final List<String> steps = new ArrayList<>();
    /** Snapshots by the title of a plan's last step: the snapshot that is seen after that plan. */
    public final Map<String, ClusterState> after = new HashMap<>();

    public final List<List<String>> ran = new ArrayList<>();
    /** The snapshots to return, one after another; the last is repeated. */
    public final List<ClusterState> looks =
            new ArrayList<>(List.of(Given.healthy().state()));

    public Shell.Ended ended = new Shell.Ended(0, "1\n", "");
    public RuntimeException fault;
    public Runnable onFault = () -> {};
    /** What an interactive program does while it has the terminal. */
    public Runnable onSession = () -> {};
    /** The output of {@code connect}. */
    public List<String> connections = List.of("● connect", "second line");

    /** Exceptions by plan title, each thrown once. */
    public final Map<String, RuntimeException> faultOnce = new HashMap<>();

    public Path directory = Path.of("/nowhere");
    public int closed;
    private ClusterState last;
    public boolean running = true;
    public final FakeLoad load = new FakeLoad();

    public Lab lab = Given.healthy().state().lab();

    @Override
    public Lab lab() {
        return lab;
    }

    @Override
    public LabDirectory directory() {
        return new LabDirectory(directory);
    }

    @Override
    public void reserve(String command) {
        reserved.add(command);
    }

    @Override
    public ClusterState look() {
        asked.add("look");
        last = looks.size() > 1 ? looks.remove(0) : looks.get(0);
        return last;
    }

    @Override
    public ClusterState withRoles() {
        return last;
    }

    @Override
    public ClusterState examine() {
        return look();
    }

    @Override
    public ClusterState lookAtPool(Optional<Node> pool) {
        return look();
    }

    @Override
    public ClusterState glance() {
        return look();
    }

    @Override
    public Plan up(LabOptions options, Duration timeout, boolean force) {
        return FakePlan.of("up " + options.values() + options.settings() + " " + timeout.toSeconds() + " s"
                + (force ? " force" : ""));
    }

    @Override
    public Plan down(boolean keep) {
        return FakePlan.of("down" + (keep ? " keep" : ""));
    }

    @Override
    public Plan generate(LabOptions options, String directory, boolean force) {
        return FakePlan.of("generate" + (directory.isEmpty() ? "" : " " + directory) + (force ? " force" : ""));
    }

    @Override
    public Plan reconfigureFolder(String directory, String primary) {
        return FakePlan.of("reconfigure " + directory + primary);
    }

    @Override
    public List<GeneratedFile> rendered(LabOptions options, String directory) {
        return List.of(
                new GeneratedFile("pg-0/postgresql.conf", "port = 5432\n", false),
                new GeneratedFile("client/.pgpass", "pgpool:5432:*:lab:secret\n", true));
    }

    @Override
    public Plan start(List<Node> nodes, boolean force) {
        return FakePlan.of("start " + nodes + (force ? " by force" : ""));
    }

    @Override
    public Plan stop(List<Node> nodes, StopMode mode) {
        return FakePlan.of("stop " + nodes + " " + mode);
    }

    @Override
    public Plan restart(List<Node> nodes, StopMode mode, boolean discardStatus) {
        return FakePlan.of("restart " + nodes + " " + mode + (discardStatus ? " without status" : ""));
    }

    @Override
    public Plan upgradePools(Release release, boolean force) {
        return FakePlan.of("upgrade to " + release + (force ? " by force" : ""));
    }

    @Override
    public Plan attach(List<Node> nodes, boolean force) {
        return FakePlan.of("attach " + nodes + (force ? " force" : ""));
    }

    @Override
    public Plan detach(List<Node> nodes, boolean force) {
        return FakePlan.of("detach " + nodes + (force ? " by force" : ""));
    }

    @Override
    public LabSaves saves() {
        return new FakeSaves(directory());
    }

    @Override
    public LabRepairs repairs() {
        var context =
                new StepContext(lab, directory(), directory, engine(), shell(), () -> null, () -> null, () -> null);
        return new LabRepairs(context, directory());
    }

    @Override
    public FaultPlanner faults() {
        return new FaultPlanner(look());
    }

    @Override
    public LabLoad load() {
        return load;
    }

    @Override
    public WatchHandle watch(Consumer<ClusterState> listener) {
        looks.forEach(listener);
        return () -> asked.add("watched");
    }

    @Override
    public LabSession beside(String suffix, Consumer<String> tell) {
        asked.add("beside " + suffix);
        return this;
    }

    @Override
    public void carryOut(Plan plan, Progress progress) {
        throwFault();
        if (faultOnce.containsKey(plan.title())) {
            throw faultOnce.remove(plan.title());
        }
        for (var step : plan.steps()) {
            steps.add(step.title());
            progress.started(step);
            progress.waiting("an answer");
            progress.finished(step, Duration.ofMillis(200));
        }
        done.add(plan.title());
        plan.steps().stream()
                .reduce((first, second) -> second)
                .map(last -> after.get(last.title()))
                .ifPresent(seen -> {
                    looks.clear();
                    looks.add(seen);
                });
    }

    @Override
    public Report connect(boolean export) {
        throwFault();
        asked.add("connect");
        return AdHocReport.of(() -> connections, () -> Map.of("export", export));
    }

    @Override
    public List<LabSummary> labs() {
        return List.of(new LabSummary("demo", "native", 3, 3, true, "/state/demo", "", ""));
    }

    @Override
    public ProgramVersions versions() {
        return versions;
    }

    @Override
    public ReleaseCache releases() {
        return releases;
    }

    @Override
    public MachineReport machine(TerminalLook look) {
        return machine;
    }

    @Override
    public Command psql(Optional<Node> node, List<String> arguments) {
        return command("psql -h " + node.map(Node::name).orElse("pgpool"), arguments);
    }

    @Override
    public Command pcp(String tool, List<String> arguments) {
        return command(tool + " -h pgpool -w", arguments);
    }

    @Override
    public Command on(Node node, Account account, Command program) {
        throwFault();
        return engine().on(node.name(), account, program);
    }

    @Override
    public Engine engine() {
        return new SessionEngine();
    }

    @Override
    public Shell shell() {
        return new FakeShell() {
            @Override
            public Ended run(Command command) {
                ran.add(command.argv());
                return ended;
            }

            @Override
            public int interact(Command command) {
                ran.add(command.argv());
                onSession.run();
                return ended.status();
            }
        };
    }

    @Override
    public void close() {
        closed++;
    }

    private void throwFault() {
        if (fault != null) {
            onFault.run();
            throw fault;
        }
    }

    private static Command command(String first, List<String> more) {
        var argv = new ArrayList<>(List.of(first.split(" ")));
        argv.addAll(more);
        return Command.of(argv);
    }

    private final class SessionEngine extends FakeEngine {

        SessionEngine() {
            super(true);
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public Command on(String host, Account account, Command command) {
            return command("on " + host + " " + account, command.argv());
        }

        @Override
        public Path directory(Node node) {
            return directory.resolve(node.name());
        }

        @Override
        public Optional<Endpoint> endpoint(Node node, String socketDirectory, int port) {
            return Optional.empty();
        }

        @Override
        public ClientHost clients() {
            return new ClientHost.ThisMachine(
                    shell(), org.pgpoollab.engine.HostPrograms.none(), vip(), "/nowhere/client");
        }

        @Override
        public boolean isAlive(Node node, String pidFile, String program) {
            return true;
        }
    }
}
