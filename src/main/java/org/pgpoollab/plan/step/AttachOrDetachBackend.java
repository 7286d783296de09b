package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Dissent;
import org.pgpoollab.cluster.PrimarySearch;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Tells one pgpool to attach or detach a backend, and waits until every pgpool that answers has adopted the change. One pgpool receives
 * the command; the watchdog passes it on to the others.
 *
 * @param pool the pgpool that receives the command
 * @param user the lab's user, whom pcp knows
 */
public record AttachOrDetachBackend(Node backend, Node pool, String user, boolean attached) implements Step {

    /** A health check or failover that began before the command may undo it: then it is told again. */
    private static final int TIMES_TOLD = 3;

    private static final Duration TIME_LIMIT = Duration.ofSeconds(15);
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Override
    public String title() {
        return (attached ? "attach " : "detach ") + backend;
    }

    @Override
    public List<ShellLine> shell() {
        var who = " -h localhost -p " + Lab.PCP_PORT + " -U " + user;
        return List.of(ShellLine.on(pool, tool() + who + " -w -n " + backend.index()));
    }

    private String tool() {
        return attached ? "pcp_attach_node" : "pcp_detach_node";
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        for (var told = 1; true; told++) {
            tell(context);
            progress.waiting("every pgpool to hold " + backend + (attached ? " up" : " down"));
            var state = Await.last(context.observer()::glance, this::isTakenOver, TIME_LIMIT, PAUSE);
            if (isTakenOver(state)) {
                tellOfSearch(searchingLeaders(state), progress);
                return;
            }
            if (told == TIMES_TOLD || !searchingLeaders(state).isEmpty()) {
                throw notTakenOver(state, told);
            }
        }
    }

    /** Returns the leader if it answers no query: it searches for a primary, and attaches and detaches nothing meanwhile. */
    private static List<Node> searchingLeaders(ClusterState state) {
        return state.leaders().stream()
                .filter(leader -> state.pool(leader).leavesQueriesUnanswered())
                .toList();
    }

    /** The other pgpools may have taken the change over while the leader searches on. */
    private static void tellOfSearch(List<Node> searching, Progress progress) {
        if (!searching.isEmpty()) {
            progress.note(StateText.list(searching)
                    + ", the leader, answers no query yet: it may search for another primary; if that lasts: diagnose");
        }
    }

    private LabException notTakenOver(ClusterState state, int told) {
        var what = "not every pgpool holds " + backend + (attached ? " up" : " down") + " after "
                + TIME_LIMIT.multipliedBy(told).toSeconds() + " s";
        var searching = searchingLeaders(state);
        if (!searching.isEmpty()) {
            return LabException.failed(
                    what,
                    isDetachedPrimary(state)
                            ? "it is the primary: the leader searches for another before it tells the other pgpools, and finds none"
                            : StateText.list(searching)
                                    + ", the leader, answers no query: it may search for another primary, and attaches and"
                                    + " detaches nothing meanwhile",
                    PrimarySearch.ending(PrimarySearch.restartedFor(state, searching)));
        }
        var dissenters = attached ? Dissent.from(state, backend) : List.<Node>of();
        return LabException.failed(
                what,
                tool() + " succeeded on " + pool + " " + told + " times",
                dissenters.isEmpty() ? "pool_nodes --all" : "restart " + dissenters.get(0));
    }

    private boolean isDetachedPrimary(ClusterState state) {
        return !attached && state.postgres(backend).isPrimary();
    }

    /** Sends the command to the pgpool, and waits only for its answer. */
    public void tell(StepContext context) {
        var pcp = context.engine()
                .endpoint(pool, Server.PGPOOL.socketDirectory(), Lab.PCP_PORT)
                .orElseThrow(() -> LabException.failed("cannot " + title(), pool + "'s host is off", "start " + pool));
        var command = context.pcp().command(tool(), pcp, List.of("-n", String.valueOf(backend.index())));
        var ended = context.engine().clients().run(command);
        for (var again = 0; again < TRIES && wasHungUpOn(ended); again++) {
            ended = context.engine().clients().run(command);
        }
        if (!ended.succeeded()) {
            throw LabException.failed("cannot " + title(), pool + " says: " + ended.lastWords(), "logs " + pool);
        }
    }

    /**
     * Returns whether the pcp session was cut off: Pgpool-II restarts its pcp server after each failover, see failover() in pgpool_main.c.
     */
    private static boolean wasHungUpOn(Shell.Ended ended) {
        return !ended.succeeded() && ended.lastWords().contains("unable to read data from socket");
    }

    private boolean isTakenOver(ClusterState state) {
        var asked = state.connectedPools().stream()
                .filter(seen -> seen.backends().isSeen())
                .toList();
        return !asked.isEmpty()
                && asked.stream().allMatch(seen -> seen.belief(backend).stream().allMatch(this::isWished));
    }

    private boolean isWished(BackendView view) {
        return view.isUp() == attached;
    }
}
