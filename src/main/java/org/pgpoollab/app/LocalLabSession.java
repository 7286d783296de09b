package org.pgpoollab.app;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.console.LaunchCommand;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.engine.compose.ComposeEngine;
import org.pgpoollab.engine.nativelab.NativeEngine;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.journal.CommandEvents;
import org.pgpoollab.journal.JournalSilence;
import org.pgpoollab.load.DetachedLoad;
import org.pgpoollab.load.LabLoad;
import org.pgpoollab.observe.Observer;
import org.pgpoollab.observe.PcpTools;
import org.pgpoollab.observe.PollIntervals;
import org.pgpoollab.observe.Poller;
import org.pgpoollab.observe.StartNote;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.plan.BackendPlanner;
import org.pgpoollab.plan.FaultPlanner;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.LifecyclePlanner;
import org.pgpoollab.plan.MachineSizing;
import org.pgpoollab.plan.ServerPlanner;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.PlanRunner;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.report.MachineReport;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.session.LabSummary;
import org.pgpoollab.syntax.ProgramOptions;
import org.pgpoollab.topology.AddressPlan;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** A session on a lab of this machine, for one command. Each part is created at its first use, because most commands need few. */
final class LocalLabSession implements LabSession {

    private final ProgramOptions options;
    private final LabRegistry labs;
    private final Map<String, String> environment;
    private final Consumer<String> tell;
    private final Shell shell = new ProcessShell();
    private Lab lab;
    private LabComponents parts;
    private Observer observer;
    private LabLock lock;
    private Optional<Plan> up = Optional.empty();

    /** @param tell receives messages about what happens before a plan begins, line by line */
    LocalLabSession(ProgramOptions options, LabRegistry labs, Map<String, String> environment, Consumer<String> tell) {
        this.options = options;
        this.labs = labs;
        this.environment = environment;
        this.tell = tell;
    }

    @Override
    public Lab lab() {
        if (lab == null) {
            lab = labs.meant(options);
        }
        return lab;
    }

    @Override
    public LabDirectory directory() {
        return labs.home().lab(lab().name());
    }

    @Override
    public ClusterState look() {
        requireRunning();
        return observer().look();
    }

    @Override
    public ClusterState lookAtPool(Optional<Node> pool) {
        requireRunning();
        return observer().lookAtPool(pool);
    }

    @Override
    public ClusterState examine() {
        requireRunning();
        return observer().examine();
    }

    @Override
    public ClusterState withRoles() {
        requireRunning();
        return observer().withRoles();
    }

    @Override
    public ClusterState glance() {
        requireRunning();
        return observer().glance();
    }

    private void requireRunning() {
        if (!engine().isRunning()) {
            throw LabException.failed(
                    "the lab " + lab().name() + " is not running",
                    isMade() ? "it has files, but no processes" : "there is no lab of this name",
                    LabRegistry.typed("up", lab().name()) + "; or see all labs: list");
        }
        if (!isMade()) {
            throw new LabException(Exit.FAILED, List.of(LabRegistry.filesGone(directory())));
        }
        engine().blindness().ifPresent(problem -> {
            throw new LabException(Exit.FAILED, List.of(problem));
        });
    }

    private boolean isMade() {
        return labs.made(lab().name()).isPresent();
    }

    @Override
    public Plan up(LabOptions wishes, Duration timeout, boolean force) {
        settle(wishes, "up");
        if (lab.engine() == EngineKind.COMPOSE && !isNetworkChosen(wishes)) {
            moveToFreeNetwork();
        }
        refuseObstacles();
        if (!force && !engine().isRunning()) {
            var fresh = !directory().isOfValue();
            refuse(new MachineSizing(lab(), fresh, engine().capacity(), engine().others()).problems());
        }
        var plan = life().up(files(), engine().isRunning(), node -> engine().isAlive(node, Server.POSTGRES), timeout);
        up = Optional.of(plan);
        return plan;
    }

    @Override
    public Plan generate(LabOptions wishes, boolean force) {
        settle(wishes, "generate");
        return life().generate(files(), force);
    }

    @Override
    public List<GeneratedFile> rendered(LabOptions wishes) {
        settle(wishes, "generate");
        return files();
    }

    @Override
    public Plan down(boolean keep) {
        lab = labs.toEnd(options);
        hold(lab().name(), "down");
        if (!Files.exists(directory().root()) && !engine().hasRemains()) {
            return Plan.of("take down " + lab().name(), List.of());
        }
        return withoutLoad(life().down(keep));
    }

    /** Stops the load first, so that it does not record the end of the lab. */
    private Plan withoutLoad(Plan plan) {
        var steps = new ArrayList<>(load().stop().steps());
        steps.addAll(plan.steps());
        return new Plan(plan.title(), steps, plan.undo(), plan.advice());
    }

    /** Determines the lab's configuration, which is fixed from its creation until it is taken down. */
    private void settle(LabOptions wishes, String command) {
        var wished = labs.wished(options, wishes);
        wished.warnings().forEach(warning -> tell.accept(warning.text().replaceFirst("^✗", "!")));
        labs.requireLab(labs.home().lab(wished.lab().name()));
        hold(wished.lab().name(), command);
        var made = labs.made(wished.lab().name());
        lab = made.map(old -> asksForNothing(wishes) ? old : LabUpdate.over(old, wished.lab(), isReady(old)))
                .orElse(wished.lab());
    }

    /**
     * Gives a lab of containers that is not running other addresses if its own are in use: all labs share the machine's networks. Its data
     * names no addresses.
     */
    private void moveToFreeNetwork() {
        new ComposeEngine(lab, directory().root(), shell)
                .insteadOfTakenNetwork()
                .ifPresent(network -> {
                    tell.accept("its network is " + network + ".0/24, because "
                            + lab.addresses().subnet() + " is in use on this machine");
                    lab = lab.with(lab.addresses().inNetwork(network));
                });
    }

    /** Whether the lab has to have the addresses that it has, because somebody chose them. */
    private boolean isNetworkChosen(LabOptions wishes) {
        return !lab.addresses()
                        .equals(AddressPlan.DEFAULT.inNetwork(lab.addresses().network()))
                || (!asksForNothing(wishes)
                        && !labs.wished(options, wishes).lab().addresses().equals(AddressPlan.DEFAULT));
    }

    /** Whether neither options nor a lab file describe the lab. */
    private boolean asksForNothing(LabOptions wishes) {
        return wishes.isEmpty() && !labs.hasFile(options);
    }

    private boolean isReady(Lab old) {
        return labs.home().lab(old.name()).isOfValue();
    }

    @Override
    public void reserve(String command) {
        hold(lab().name(), command);
    }

    private void hold(String name, String command) {
        if (lock == null && !options.dryRun()) {
            lock = LabLock.of(labs.home(), name, command);
        }
    }

    private void refuseObstacles() {
        refuse(engine().obstacles());
    }

    private static void refuse(List<Problem> lacking) {
        if (!lacking.isEmpty()) {
            throw new LabException(Exit.MISSING, lacking);
        }
    }

    private LifecyclePlanner life() {
        return new LifecyclePlanner(lab(), directory());
    }

    private ServerPlanner planner() {
        requireRunning();
        return new ServerPlanner(lab());
    }

    private BackendPlanner backends() {
        requireRunning();
        return new BackendPlanner(lab());
    }

    private List<GeneratedFile> files() {
        return parts().files();
    }

    @Override
    public Plan start(List<Node> nodes, boolean force) {
        return repairs().start(nodes, force, glance());
    }

    @Override
    public Plan stop(List<Node> nodes, StopMode mode) {
        return planner().stop(nodes, mode, glance());
    }

    @Override
    public Plan restart(List<Node> nodes, StopMode mode) {
        return repairs().restart(nodes, mode, glance());
    }

    @Override
    public Plan attach(Node node, boolean force) {
        return backends().attach(List.of(node), force, glance());
    }

    @Override
    public Plan detach(Node node, boolean force) {
        return backends().detach(List.of(node), force, glance());
    }

    @Override
    public LabRepairs repairs() {
        requireRunning();
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
    public WatchHandle watch(Consumer<ClusterState> listener) {
        requireRunning();
        return new Poller(
                lab(),
                engine(),
                directory(),
                pcpTools(),
                new JournalSilence(directory()),
                Clock.systemUTC(),
                PollIntervals.SPARING,
                listener);
    }

    @Override
    public LabSession beside(String suffix) {
        return new LocalLabSession(options.of(lab().name() + "-" + suffix), labs, environment, tell);
    }

    @Override
    public void carryOut(Plan plan, Progress progress) {
        if (plan.steps().isEmpty()) {
            return;
        }
        var note = new StartNote(directory().starting());
        try {
            PlanRunner.run(plan, context(), isUp(plan) ? new StartProgress(note, progress) : progress);
        } finally {
            note.remove();
        }
    }

    private boolean isUp(Plan plan) {
        return up.filter(plan::equals).isPresent();
    }

    private StepContext context() {
        return new StepContext(
                lab(),
                directory(),
                labs.home().cache(),
                engine(),
                shell,
                this::binaries,
                this::observer,
                this::pcpTools);
    }

    @Override
    public Report connect(boolean export) {
        requireRunning();
        return new ConnectReport(
                lab(), engine().vip(), directory().client().resolve(".pgpass"), export, LaunchCommand.as(environment));
    }

    @Override
    public List<LabSummary> labs() {
        return labs.all();
    }

    @Override
    public MachineReport machine(TerminalLook look) {
        var usual = LabFile.withoutFile(LabOptions.NONE).lab();
        var engine = new NativeEngine(usual, labs.home().lab(usual.name()).root(), shell, Map::of);
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
        requireRunning();
        return new ClientCommands(lab(), parts());
    }

    @Override
    public Engine engine() {
        return parts().engine();
    }

    private Binaries binaries() {
        return parts().binaries();
    }

    private PcpTools pcpTools() {
        return parts().pcpTools();
    }

    private LabComponents parts() {
        if (parts == null) {
            parts = new LabComponents(lab(), directory(), environment, shell, tell);
        }
        return parts;
    }

    private Observer observer() {
        if (observer == null) {
            observer = new Observer(
                    lab(),
                    engine(),
                    directory(),
                    pcpTools(),
                    new JournalSilence(directory()),
                    Clock.systemUTC(),
                    Observer.USUAL_TIME_LIMIT);
        }
        return observer;
    }

    @Override
    public Shell shell() {
        return shell;
    }

    @Override
    public void close() {
        if (observer != null) {
            observer.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
