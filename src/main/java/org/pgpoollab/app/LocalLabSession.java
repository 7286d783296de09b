package org.pgpoollab.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pgpoollab.apt.FetchPolicy;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.HostPrograms;
import org.pgpoollab.engine.LaunchCommand;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.engine.nativelab.NativeEngine;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.journal.CommandEvents;
import org.pgpoollab.load.DetachedLoad;
import org.pgpoollab.load.LabLoad;
import org.pgpoollab.observe.StartNote;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.plan.BackendPlanner;
import org.pgpoollab.plan.FaultPlanner;
import org.pgpoollab.plan.FolderPlanner;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.ServerPlanner;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.PlanRunner;
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
import org.pgpoollab.syntax.ProgramOptions;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Release;
import org.pgpoollab.version.ProgramVersions;

/** A session on a lab of this machine, for one command. Each part is created at its first use, because most commands need few. */
final class LocalLabSession implements LabSession {

    private final ProgramOptions options;
    private final LabRegistry labs;
    private final Map<String, String> environment;
    private final Consumer<String> tell;
    private final Shell shell = new ProcessShell();
    private final SelectedLab selected;
    private final LabSnapshots snapshots;
    private final LifecyclePlans lifecycle;
    private Optional<Plan> start = Optional.empty();

    /** @param tell receives messages about what happens before a plan begins, line by line */
    LocalLabSession(ProgramOptions options, LabRegistry labs, Map<String, String> environment, Consumer<String> tell) {
        this.options = options;
        this.labs = labs;
        this.environment = environment;
        this.tell = tell;
        this.selected = new SelectedLab(options, labs, environment, shell, tell);
        this.snapshots = new LabSnapshots(selected);
        this.lifecycle = new LifecyclePlans(selected);
    }

    @Override
    public Lab lab() {
        return selected.lab();
    }

    @Override
    public LabDirectory directory() {
        return selected.directory();
    }

    @Override
    public void reserve(String command) {
        selected.lock(command);
    }

    @Override
    public ProgramVersions versions() {
        return selected.parts().versions();
    }

    @Override
    public ClusterState look() {
        return snapshots.ofRunning().look();
    }

    @Override
    public ClusterState lookAtPool(Optional<Node> pool) {
        return snapshots.ofRunning().lookAtPool(pool);
    }

    @Override
    public ClusterState examine() {
        return snapshots.ofRunning().examine();
    }

    @Override
    public ClusterState withRoles() {
        return snapshots.ofRunning().withRoles();
    }

    @Override
    public ClusterState glance() {
        return snapshots.ofRunning().glance();
    }

    @Override
    public WatchHandle watch(Consumer<ClusterState> listener) {
        return snapshots.watch(listener);
    }

    @Override
    public Plan up(LabOptions wishes, Duration timeout, boolean force) {
        var plan = lifecycle.up(wishes, timeout, force);
        start = Optional.of(plan);
        return plan;
    }

    @Override
    public Plan generate(LabOptions wishes, String folder, boolean force) {
        return lifecycle.generate(wishes, folder, force);
    }

    @Override
    public List<GeneratedFile> rendered(LabOptions wishes, String folder) {
        return lifecycle.rendered(wishes, folder);
    }

    @Override
    public Plan reconfigureFolder(String folder, String primary) {
        return new FolderPlanner(shell, Path.of(folder)).plan(primary);
    }

    @Override
    public Plan down(boolean keep) {
        selected.selectForRemoval();
        return lifecycle.down(keep, load());
    }

    @Override
    public Plan start(List<Node> nodes, boolean force) {
        return repairs().start(nodes, force, glance());
    }

    @Override
    public Plan stop(List<Node> nodes, StopMode mode) {
        return new ServerPlanner(lab()).stop(nodes, mode, glance());
    }

    @Override
    public Plan restart(List<Node> nodes, StopMode mode, boolean discardStatus) {
        return repairs().restart(nodes, mode, discardStatus, glance());
    }

    @Override
    public Plan upgradePools(Release release, boolean force) {
        selected.requireRunning();
        return new PoolUpgrades(lab(), directory(), selected.parts(), shell).to(release, examine(), force);
    }

    @Override
    public Plan attach(List<Node> nodes, boolean force) {
        return new BackendPlanner(lab()).attach(nodes, force, glance());
    }

    @Override
    public Plan detach(List<Node> nodes, boolean force) {
        return new BackendPlanner(lab()).detach(nodes, force, glance());
    }

    @Override
    public LabRepairs repairs() {
        selected.requireRunning();
        return new LabRepairs(context(), directory());
    }

    @Override
    public FaultPlanner faults() {
        return new FaultPlanner(glance());
    }

    @Override
    public LabLoad load() {
        return new DetachedLoad(
                lab(),
                directory(),
                engine(),
                this::look,
                () -> CommandEvents.in(directory()),
                LoadProcessMain.of(directory(), environment),
                Clock.systemUTC());
    }

    @Override
    public LabSaves saves() {
        return new LocalSaves(selected, lifecycle, snapshots, load(), plan -> start = Optional.of(plan));
    }

    @Override
    public LabSession beside(String suffix, Consumer<String> listener) {
        return new LocalLabSession(options.of(lab().name() + "-" + suffix), labs, environment, listener);
    }

    @Override
    public void carryOut(Plan plan, Progress progress) {
        if (plan.steps().isEmpty()) {
            return;
        }
        var note = new StartNote(directory().starting());
        try {
            PlanRunner.run(plan, context(), isStart(plan) ? new StartProgress(note, progress) : progress);
        } finally {
            note.remove();
        }
    }

    private boolean isStart(Plan plan) {
        return start.filter(plan::equals).isPresent();
    }

    private StepContext context() {
        return new StepContext(
                lab(),
                directory(),
                labs.home().cache(),
                engine(),
                shell,
                () -> selected.parts().all(),
                snapshots::observer,
                () -> selected.parts().pcpTools());
    }

    @Override
    public Report connect(boolean export) {
        selected.requireRunning();
        return new ConnectReport(
                lab(), engine().vip(), directory().client().resolve(".pgpass"), export, LaunchCommand.as(environment));
    }

    @Override
    public List<LabSummary> labs() {
        return labs.all();
    }

    @Override
    public ReleaseCache releases() {
        return new LocalReleaseCache(labs, shell, environment, FetchPolicy.of(options.offline(), environment), tell);
    }

    @Override
    public MachineReport machine(TerminalLook look) {
        var usual = LabFile.withoutFile(LabOptions.NONE).lab();
        var engine = new NativeEngine(usual, labs.home().lab(usual.name()).root(), shell, HostPrograms::none);
        return new MachineChecks(shell, environment).report(engine.capacity(), usual, look);
    }

    @Override
    public Command psql(Optional<Node> node, List<String> arguments) {
        return clientTools().psql(node, arguments);
    }

    @Override
    public Command pcp(String tool, List<String> arguments) {
        return clientTools().pcp(tool, arguments);
    }

    private ClientCommands clientTools() {
        selected.requireRunning();
        return new ClientCommands(lab(), selected.parts());
    }

    @Override
    public Command on(Node node, Account account, Command program) {
        selected.requireRunning();
        return engine().on(node.name(), account, program);
    }

    @Override
    public Engine engine() {
        return selected.engine();
    }

    @Override
    public Shell shell() {
        return shell;
    }

    @Override
    public void close() {
        snapshots.close();
        selected.close();
    }
}
