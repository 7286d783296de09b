package org.pgpoollab.load;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.topology.ConnectionBudget;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

/** Controls the load, which runs in a process of its own; everything known about it is in files of the lab's directory. */
public final class DetachedLoad implements LabLoad {

    /** Sessions of a pgpool that a load leaves free for users and for the probes. */
    private static final int FOR_OTHERS = 6;

    private final Lab lab;
    private final Engine engine;
    private final LoadDirectory directory;
    private final SurvivingRows survivors;
    private final Supplier<List<Milestone>> commands;
    private final Program program;
    private final Clock clock;

    /**
     * The command line and the environment of the load process.
     *
     * @param words returns the command line for the shape of a load
     */
    public record Program(Function<LoadShape, List<String>> words, Map<String, String> environment) {}

    /**
     * @param look returns the state of the lab; called only when a report needs to know which node is primary
     * @param commands returns the commands that were given in the lab; called only for a report
     */
    public DetachedLoad(
            Lab lab,
            LabDirectory directory,
            Engine engine,
            Supplier<ClusterState> look,
            Supplier<List<Milestone>> commands,
            Program program,
            Clock clock) {
        this(lab, directory, engine, new PrimaryTable(lab, engine, look), commands, program, clock);
    }

    DetachedLoad(
            Lab lab,
            LabDirectory directory,
            Engine engine,
            SurvivingRows survivors,
            Supplier<List<Milestone>> commands,
            Program program,
            Clock clock) {
        this.lab = lab;
        this.engine = engine;
        this.directory = new LoadDirectory(directory.load());
        this.survivors = survivors;
        this.commands = commands;
        this.program = program;
        this.clock = clock;
    }

    /** Returns whether this process is the lab's current load. It is not if the lab was taken down or another load replaced this one. */
    public static boolean isThisProcess(LabDirectory directory) {
        return new LoadProcess(new LoadDirectory(directory.load()).process()).isThisOne();
    }

    @Override
    public boolean isRunning() {
        return process().running().isPresent();
    }

    private LoadProcess process() {
        return new LoadProcess(directory.process());
    }

    @Override
    public Plan start(LoadShape shape) {
        refuseSecond();
        if (!engine.isRunning()) {
            throw LabException.failed(
                    "the lab " + lab.name() + " is not running", "a load needs somebody who answers", "up; load start");
        }
        requireSessions(shape);
        return Plan.of(
                        "start a load",
                        new StartLoad(
                                shape, directory, program.words().apply(shape), program.environment(), byHand(shape)),
                        new AwaitFirstWrite(directory, lab.credentials().user()))
                .undoneBy(new StopLoad(directory))
                .advising("look: load   what clients noticed: load report   end it: load stop");
    }

    private void refuseSecond() {
        if (isRunning()) {
            throw LabException.failed(
                    "a load runs already",
                    loadStatus()
                            .map(loadStatus -> "it has " + loadStatus.shape().words())
                            .orElse("it has just begun"),
                    "load, or for another: load stop; load start");
        }
    }

    /** Refuses a load with too many sessions, because all of them go to the one pgpool that has the VIP. */
    private void requireSessions(LoadShape shape) {
        var most = lab.pgpoolNodes().stream()
                .mapToInt(node -> ConnectionBudget.children(lab, node))
                .min()
                .orElseThrow();
        if (shape.sessions() > most - FOR_OTHERS) {
            throw LabException.failed(
                    shape.sessions() + " sessions are more than a pgpool of this lab can give to a load",
                    "num_init_children is " + most + ", and " + FOR_OTHERS + " are for others",
                    fitting(most - FOR_OTHERS));
        }
    }

    /** Returns how to start a load that has no more than so many sessions: each client has one to write and one to read. */
    private static String fitting(int sessions) {
        if (sessions < 1) {
            return "a lab beside it: up --name other";
        }
        return sessions < 2 ? "load start --clients 1 --reads 0" : "load start --clients " + sessions / 2;
    }

    private String byHand(LoadShape shape) {
        var who = " -h " + Lab.VIP_NAME + " -U " + lab.credentials().user();
        return "psql" + who + " -c 'CREATE TABLE IF NOT EXISTS written (at timestamptz)';"
                + " echo 'INSERT INTO written VALUES (now())' | pgbench -n -c " + shape.clients() + " -R "
                + shape.writes() + " -T 3600 -f /dev/stdin" + who + " "
                + lab.credentials().user();
    }

    @Override
    public Plan stop() {
        return isRunning() ? Plan.of("stop the load", new StopLoad(directory)) : Plan.of("stop the load", List.of());
    }

    @Override
    public LoadReport report(Instant from, Instant to) {
        var builder = new LoadReportBuilder(from, to, clock.instant(), isRunning(), loadStatus());
        directory.ledgers().forEach(builder::read);
        if (builder.isEmpty()) {
            throw LabException.failed(
                    "there is nothing to report",
                    directory.runs().isEmpty() ? "this lab never had a load" : "there was no load at that time",
                    "load start");
        }
        return builder.report(survivors, milestonesAndCommands());
    }

    @Override
    public Optional<UnreplicatedWrites> atStake(Node node, Node primary) {
        var ledgers = directory.ledgers();
        return ledgers.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnreplicatedWriteCount(ledgers, new NodeTable(lab, engine)::read).of(node, primary));
    }

    private List<Milestone> milestonesAndCommands() {
        return Stream.concat(new MilestoneFile(directory.milestones()).read().stream(), commands.get().stream())
                .sorted(Comparator.comparing(Milestone::at))
                .toList();
    }

    @Override
    public List<Milestone> milestones(Instant from, Instant to) {
        return new MilestoneFile(directory.milestones())
                .read().stream()
                        .filter(milestone -> !milestone.at().isBefore(from)
                                && !milestone.at().isAfter(to))
                        .toList();
    }

    @Override
    public List<TenthSecond> tenths(Instant from, Instant to) {
        var tenths = new TenthSecondBuckets(from, to);
        directory.ledgers().forEach(tenths::add);
        return tenths.all();
    }

    @Override
    public Optional<LoadStatus> loadStatus() {
        return new LoadStatusFile(directory.loadStatus()).read();
    }

    /** Returns the load status of a lab without a {@link DetachedLoad}, for callers that only watch it. */
    public static Optional<LoadStatus> loadStatus(LabDirectory lab) {
        return new LoadStatusFile(new LoadDirectory(lab.load()).loadStatus()).read();
    }
}
