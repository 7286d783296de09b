package org.pgpoollab.screen.overlay;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.FaultKind;
import org.pgpoollab.topology.Node;

/**
 * The actions possible on one node now, and the reason why each other one is not. Unknown facts do not disable an action: the
 * command itself checks them.
 */
record NodeActions(ClusterState state, Node node, boolean readOnly) {

    List<MenuItem> all() {
        return node.isPostgres() ? ofPostgres() : ofPool();
    }

    private List<MenuItem> ofPostgres() {
        return List.of(
                changing(item('s', "start").unless(whyNotStart())),
                changing(item('t', "stop").unless(whyNotStop())),
                changing(item('r', "restart").unless(whyNotStop())),
                changing(item('a', "attach").unless(whyNotAttach())),
                changing(item('d', "detach").unless(whyNotDetach())),
                changing(item('j', "rejoin").unless(whyNotComeBack())),
                changing(item('c', "reclone").unless(whyNotComeBack())),
                changing(MenuItem.of('o', "switch", "switchover " + node).unless(whyNotSwitchover())),
                changing(item('m', "promote").unless(whyNotPromote())),
                MenuItem.of('l', "logs", "logs " + node + " -f"),
                changing(MenuItem.of('p', "psql", "psql --on " + node).unless(silence())),
                changing(MenuItem.of('x', "shell", "exec " + node)),
                MenuItem.of('i', "details", ""),
                changing(kill()),
                changing(pauseOrResume()),
                changing(isolate()),
                changing(item('g', "lag").unless(whyNoStandby())),
                changing(item('f', "fill").unless(whyNotFill())),
                changing(MenuItem.of('b', "promote!", "promote! " + node).unless(whyNoStandby())),
                changing(heal()));
    }

    private List<MenuItem> ofPool() {
        return List.of(
                changing(item('s', "start").unless(whyNotStart())),
                changing(item('t', "stop").unless(whyNotStop())),
                changing(item('r', "restart").unless(whyNotStop())),
                MenuItem.of('l', "logs", "logs " + node + " -f"),
                changing(MenuItem.of('p', "psql", "psql --on " + node).unless(silence())),
                changing(MenuItem.of('x', "shell", "exec " + node)),
                MenuItem.of('i', "details", ""),
                changing(kill()),
                changing(pauseOrResume()),
                changing(isolate()),
                changing(lie()),
                changing(heal()));
    }

    private MenuItem item(char letter, String verb) {
        return MenuItem.of(letter, verb, verb + " " + node);
    }

    /**
     * Disables the item in read-only mode, in which the program refuses these commands in any state. This reason has priority over
     * all others.
     */
    private MenuItem changing(MenuItem item) {
        return readOnly
                ? new MenuItem(item.letter(), item.label(), item.commandLine(), "read-only: it can change something")
                : item;
    }

    private MenuItem kill() {
        return item('k', "kill").unless(whyNotOn());
    }

    private MenuItem pauseOrResume() {
        return isPaused() ? item('u', "resume") : item('u', "pause").unless(whyNotOn());
    }

    private boolean isPaused() {
        return state.faults().touching(node).all().stream().anyMatch(fault -> fault.has(FaultKind.Trait.FREEZES));
    }

    private MenuItem isolate() {
        var isDone = state.faults().has(new Fault.Isolate(node));
        return item('n', "isolate").unless(isDone ? "it is isolated already" : "");
    }

    private MenuItem heal() {
        return item('h', "heal").unless(state.faults().marks(node).isEmpty() ? "nothing was done to it" : "");
    }

    /**
     * Builds a command line about the last PostgreSQL node, which is not the primary of a new lab. The user can edit the line
     * before sending it.
     */
    private MenuItem lie() {
        var nodes = state.lab().postgresNodes();
        return MenuItem.of('e', "lie", "lie " + node + " " + nodes.get(nodes.size() - 1))
                .unless(whyNotOn());
    }

    private String whyNotOn() {
        return state.faults().has(new Fault.Off(node)) ? "its host is off: start it" : "";
    }

    private String whyNotFill() {
        return state.faults().has(new Fault.Fill(node)) ? "its disk is full already" : whyNotOn();
    }

    private String whyNoStandby() {
        if (!whyNotOn().isEmpty()) {
            return whyNotOn();
        }
        return state.postgres(node).isPrimary() ? "it is the primary" : silence();
    }

    private String whyNotStart() {
        if (!isUp()) {
            return "";
        }
        // For a node whose repmgrd alone has ended, start starts repmgrd.
        var lacksRepmgrd = node.isPostgres()
                && state.postgres(node)
                        .repmgr()
                        .value()
                        .filter(facts -> !facts.daemonRunning())
                        .isPresent();
        return lacksRepmgrd ? "" : "it runs already";
    }

    /** Allows stopping a server that is only slow or hangs. */
    private String whyNotStop() {
        return isUp() || !isRefusing() ? "" : "it does not run: start it";
    }

    private boolean isUp() {
        return node.isPostgres() ? answer().isSeen() : state.pool(node).isReachable();
    }

    private boolean isRefusing() {
        return answer().isUnreachable()
                && answer().reason().toLowerCase(Locale.ROOT).contains("refused");
    }

    private String silence() {
        return answer().isUnreachable() ? "it does not answer: " + StateText.silence(answer(), state.at()) : "";
    }

    private Observed<?> answer() {
        return node.isPostgres()
                ? state.postgres(node).says()
                : state.pool(node).backends();
    }

    private String whyNotAttach() {
        if (noPoolAnswers()) {
            return "no pgpool answers";
        }
        if (allPoolsHold(BackendView::isUp)) {
            return "every pgpool holds it up already";
        }
        return unfit().orElse("");
    }

    private String whyNotDetach() {
        if (noPoolAnswers()) {
            return "no pgpool answers";
        }
        return allPoolsHold(view -> !view.isUp()) ? "every pgpool holds it down already" : "";
    }

    /** Returns the same reasons as the command: pgpool would send queries to a backend outside the cluster. */
    private Optional<String> unfit() {
        var seen = state.postgres(node);
        if (answer().equals(Observed.unasked())) {
            return Optional.empty();
        }
        if (!seen.isPrimary()) {
            return Replication.gap(state, node);
        }
        return state.primaries().size() > 1 ? Optional.of("it is a second primary") : Optional.empty();
    }

    private String whyNotComeBack() {
        var primary = Replication.leadingPrimary(state);
        if (primary.isEmpty()) {
            return "there is no primary to come back to: reconfigure";
        }
        return primary.get().equals(node) ? "it is the primary" : "";
    }

    private String whyNotSwitchover() {
        if (state.primaries().equals(List.of(node))) {
            return "it is the primary";
        }
        return state.primaries().size() == 1 ? gapUnlessUnasked() : "there must be one primary: reconfigure";
    }

    private String gapUnlessUnasked() {
        return answer().equals(Observed.unasked())
                ? ""
                : Replication.gap(state, node).orElse("");
    }

    private String whyNotPromote() {
        if (!state.primaries().isEmpty()) {
            return StateText.list(state.primaries())
                    + (state.primaries().size() == 1 ? " is primary" : " are primaries");
        }
        return silence();
    }

    private boolean noPoolAnswers() {
        return state.pools().stream().noneMatch(PoolNode::isReachable);
    }

    private boolean allPoolsHold(Predicate<BackendView> condition) {
        var views = state.pools().stream()
                .flatMap(pool -> pool.belief(node).stream())
                .toList();
        return !views.isEmpty() && views.stream().allMatch(condition);
    }
}
