package org.pgpoollab.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.condition.Redundancy;
import org.pgpoollab.engine.Await;
import org.pgpoollab.observe.FilesProbe;
import org.pgpoollab.plan.step.FileChanges;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ServerLog;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Waits until the lab is proved to work: it is whole (see {@link Redundancy}), and a row that was written through the VIP has been read back from every
 * standby.
 */
public record ProveLab(Lab lab, LabDirectory directory, Duration limit) implements Step {

    /**
     * The pause between two snapshots, for each node: snapshots slow down the starting servers, the more so the more servers there are.
     */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final Duration BETWEEN_ROWS = Duration.ofMillis(200);

    /** How long pgpool may drop sessions that it opened before it knew all backends. */
    private static final Duration MISSED_SESSIONS = Duration.ofSeconds(10);

    @Override
    public String title() {
        return "prove that it works";
    }

    @Override
    public List<ShellLine> shell() {
        var who = " -U " + lab.credentials().user();
        return List.of(
                ShellLine.on(Node.pgpool(0), "psql -h pgpool" + who + " -c 'show pool_nodes'"),
                ShellLine.on(Node.pgpool(0), "pcp_watchdog_info -h pgpool -p " + Lab.PCP_PORT + who + " -w -v"),
                ShellLine.comment("write a row through pgpool, and read it back from every standby"));
    }

    @Override
    public boolean leavesEvidence() {
        return true;
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var end = System.nanoTime() + limit.toNanos();
        var waiting = new ReadinessCheck(context, progress);
        Await.until(
                waiting::isOver, limit, PAUSE.multipliedBy(context.lab().nodes().size()));
        if (!waiting.missing().isEmpty()) {
            throw notReady(context, waiting.missing(), System.nanoTime() >= end);
        }
        progress.waiting("a row written through the VIP to arrive on every standby");
        var left = Duration.ofNanos(
                Math.max(end - System.nanoTime(), Duration.ofSeconds(5).toNanos()));
        var trouble = roundTrip(new RoundTripRow(context, left), MISSED_SESSIONS);
        if (trouble.isPresent()) {
            throw notReady(
                    context,
                    List.of(new Problem(
                            "a row could not be written through the VIP",
                            String.valueOf(trouble.get().getMessage()),
                            "psql 'select 1'")),
                    true);
        }
        FileChanges.change("the lab's directory cannot be written", this::note);
    }

    /** Creates the file that records the proof, unless it exists: its time is that of the first proof, and later events count as news. */
    private void note() throws IOException {
        if (!Files.exists(directory.proven())) {
            Files.createFile(directory.proven());
        }
    }

    /**
     * Tries to write and read the row until it succeeds. pgpool drops all sessions at a failover or an attach, so a single attempt may fail
     * without a fault.
     *
     * @return why the last attempt failed; empty if the row has arrived
     */
    private static Optional<SQLException> roundTrip(RoundTripRow row, Duration limit) {
        var last = new AtomicReference<Optional<SQLException>>(Optional.empty());
        Await.until(
                () -> {
                    last.set(attempt(row));
                    return last.get().isEmpty();
                },
                limit,
                BETWEEN_ROWS);
        return last.get();
    }

    private static Optional<SQLException> attempt(RoundTripRow row) {
        try {
            row.roundTrip();
            return Optional.empty();
        } catch (SQLException trouble) {
            return Optional.of(trouble);
        }
    }

    /** @param isOver whether the time limit has passed; otherwise waiting longer would not help */
    private LabException notReady(StepContext context, List<Problem> missing, boolean isOver) {
        var problems = new ArrayList<Problem>();
        problems.add(new Problem(
                isOver
                        ? "the lab was not ready within " + limit.toSeconds() + " s"
                        : "the lab does not become ready by itself",
                "what is still missing follows",
                Files.exists(directory.proven()) ? "diagnose" : "status, or go on: up, or remove the lab: down"));
        missing.forEach(problem -> problems.add(withLog(context, problem)));
        fatal(context).forEach(problems::add);
        return new LabException(Exit.FAILED, problems);
    }

    /** Returns why servers ended, by their own logs, one problem for each node. */
    private static List<Problem> fatal(StepContext context) {
        return context.lab().postgresNodes().stream()
                .map(node ->
                        Map.entry(node, FilesProbe.ask(node, context.engine()).fatal()))
                .filter(said -> !said.getValue().isEmpty())
                .map(said -> new Problem(
                        "PostgreSQL on " + said.getKey() + " has ended", said.getValue(), "logs " + said.getKey()))
                .toList();
    }

    /** Adds the log lines of the node that a problem is about, if it is about one. */
    private static Problem withLog(StepContext context, Problem problem) {
        return context.lab().nodes().stream()
                .filter(node -> problem.what().startsWith(node + " "))
                .findFirst()
                .map(node -> new Problem(problem.what(), problem.why() + lastTrouble(context, node), problem.remedy()))
                .orElse(problem);
    }

    private static String lastTrouble(StepContext context, Node node) {
        var trouble = new ServerLog(context, node, Server.of(node)).lastTrouble("");
        return trouble.isEmpty() ? "" : "\nits log ends with:\n" + trouble;
    }
}
