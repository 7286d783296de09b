package org.pgpoollab.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.topology.Node;

/** Finds out which node streams from which. A standby counts as streaming only if both ends of the connection report it. */
public final class Replication {

    /** How late a message may be seen on a busy machine. */
    private static final Duration AT_WORST_LATE = Duration.ofSeconds(1);

    private Replication() {}

    /** Returns whether a node is on a timeline that the leading primary has left: only then can pg_rewind take it back. */
    public static boolean isOnLeftTimeline(ClusterState state, Node node) {
        var led = leadingPrimary(state).flatMap(primary -> timeline(state, primary));
        var own = timeline(state, node);
        return led.isPresent() && own.isPresent() && own.get() < led.get();
    }

    private static Optional<Integer> timeline(ClusterState state, Node node) {
        return state.postgres(node).says().value().map(PostgresFacts::timeline);
    }

    /** Returns the leading primary: the only one, or of several the one that {@link PrimaryVote} chooses. Empty if there is none. */
    public static Optional<Node> leadingPrimary(ClusterState state) {
        return PrimaryVote.of(state).winner().map(PrimaryVote.Claim::node);
    }

    /** Returns whether a node can serve as a backend, so that no pgpool has a reason to hold it down: the leading primary, or one that streams. */
    public static boolean serves(ClusterState state, Node node) {
        return leadingPrimary(state).filter(node::equals).isPresent() || isStreaming(state, node);
    }

    public static boolean isStreaming(ClusterState state, Node node) {
        return gap(state, node).isEmpty();
    }

    /**
     * Returns why a node that streams by both its own and its upstream's report receives nothing, in a few words; empty if it may receive.
     * Both ends notice only after {@code walTimeout} that the network between them is gone. An idle upstream sends a message after half of
     * that time.
     */
    public static Optional<String> silence(ClusterState state, Node node) {
        if (!isStreaming(state, node)) {
            return Optional.empty();
        }
        var says = state.postgres(node).says();
        var seenAt = state.at().minus(says.age(state.at()));
        return says.value()
                .flatMap(facts -> state.lab()
                        .named(facts.upstream())
                        .flatMap(upstream -> severed(state, node, upstream)
                                .or(() -> unheard(state, upstream, Duration.between(facts.heardAt(), seenAt)))));
    }

    private static Optional<String> severed(ClusterState state, Node node, Node upstream) {
        return state.faults().all().stream().anyMatch(fault -> fault.severs(node, upstream))
                ? Optional.of("cut off from " + upstream)
                : Optional.empty();
    }

    private static Optional<String> unheard(ClusterState state, Node upstream, Duration age) {
        var usual = state.lab().timing().walTimeout().dividedBy(2).plus(AT_WORST_LATE);
        return !usual.equals(AT_WORST_LATE) && age.compareTo(usual) > 0
                ? Optional.of(upstream + " last heard " + TimeSpan.text(age) + " ago")
                : Optional.empty();
    }

    /** Returns why this node does not stream, as a sentence; empty if it does. */
    public static Optional<String> gap(ClusterState state, Node node) {
        var says = state.postgres(node).says();
        if (!says.isSeen() || state.postgres(node).isPrimary()) {
            return Optional.of(StateText.of(state, node));
        }
        return says.value().flatMap(facts -> gap(state, node, facts));
    }

    private static Optional<String> gap(ClusterState state, Node node, PostgresFacts facts) {
        if (facts.receiver().isEmpty()) {
            return Optional.of(node + " has no WAL receiver");
        }
        if (!facts.isStreaming()) {
            return Optional.of("the WAL receiver of " + node + " is " + facts.receiver());
        }
        return state.lab()
                .named(facts.upstream())
                .filter(Node::isPostgres)
                .flatMap(upstream -> senderGap(state, node, upstream))
                .or(() -> circle(state, node));
    }

    /** Returns that a standby follows others in a circle, as a sentence: each streams, and no primary sends to any of them. */
    private static Optional<String> circle(ClusterState state, Node node) {
        var passed = upstreams(state, node);
        return passed.isEmpty()
                        || upstream(state, passed.get(passed.size() - 1)).isEmpty()
                ? Optional.empty()
                : Optional.of("no primary sends to it: " + node + " follows "
                        + passed.stream().map(Node::name).collect(Collectors.joining(", which follows ")));
    }

    /** Returns the nodes through which a standby gets its WAL, the nearest first. In a circle each of them occurs once. */
    public static List<Node> upstreams(ClusterState state, Node node) {
        var passed = new ArrayList<Node>();
        var next = upstream(state, node);
        while (next.isPresent() && !passed.contains(next.get())) {
            passed.add(next.get());
            next = upstream(state, next.get());
        }
        return passed;
    }

    private static Optional<Node> upstream(ClusterState state, Node node) {
        return state.postgres(node)
                .says()
                .value()
                .filter(PostgresFacts::inRecovery)
                .map(PostgresFacts::upstream)
                .flatMap(state.lab()::named)
                .filter(Node::isPostgres);
    }

    private static Optional<String> senderGap(ClusterState state, Node node, Node upstream) {
        var sender = state.postgres(upstream).says().value();
        if (sender.isEmpty()) {
            return Optional.of(node + " follows " + upstream + ", but " + StateText.of(state, upstream));
        }
        var row = sender.flatMap(facts -> facts.standby(node.name()));
        if (row.isEmpty()) {
            return Optional.of(
                    node + " says that it follows " + upstream + ", but " + upstream + " does not send to it");
        }
        return row.filter(standby -> !standby.state().equals("streaming"))
                .map(standby -> upstream + " sends to " + node + " in state " + standby.state())
                .or(() -> ahead(state, node));
    }

    /** Returns what a standby has replayed and its upstream never wrote, as a sentence: its data is no copy. Empty if there is none. */
    public static Optional<String> ahead(ClusterState state, Node node) {
        return state.postgres().stream()
                .flatMap(upstream -> upstream.says().value().stream()
                        .flatMap(facts -> facts.standby(node.name()).stream()
                                .filter(standby -> standby.replayed().compareTo(facts.written()) > 0)
                                .map(standby -> node + " has replayed WAL up to " + standby.replayed() + ", but "
                                        + upstream.node() + " has written only up to " + facts.written())))
                .findFirst();
    }

    /**
     * Returns what a standby, running or stopped, has replayed after the leading primary left that timeline, as a sentence: it cannot follow
     * the primary before a rewind. Empty if there is none. WAL that was received and not replayed proves nothing, for it may be a part of a
     * record.
     */
    public static Optional<String> beyondFork(ClusterState state, Node node) {
        var replayed = replayed(state.postgres(node));
        return leadingPrimary(state)
                .flatMap(primary -> left(state, primary, replayed.timeline())
                        .filter(fork -> replayed.end().compareTo(fork) > 0)
                        .map(fork -> node + " has replayed WAL up to " + replayed.end() + ", but " + primary
                                + " has left timeline " + replayed.timeline() + " at " + fork));
    }

    /** Returns whether a stopped standby may have replayed WAL beyond where the leading primary left its timeline: its WAL has to be read. */
    public static boolean mayBeBeyondFork(ClusterState state, Node node) {
        var replayed = replayed(state.postgres(node));
        return !replayed.isAll()
                && leadingPrimary(state)
                        .flatMap(primary -> left(state, primary, replayed.timeline()))
                        .isPresent();
    }

    private static NodeFiles.Replayed replayed(PostgresNode seen) {
        return seen.says()
                .value()
                .map(facts -> facts.inRecovery()
                        ? new NodeFiles.Replayed(facts.timeline(), facts.replayed(), true)
                        : NodeFiles.Replayed.UNKNOWN)
                .or(() -> seen.files().value().map(NodeFiles::replayed))
                .orElse(NodeFiles.Replayed.UNKNOWN);
    }

    /** Returns where a primary left a timeline, by the history of the one on which it writes. */
    private static Optional<Lsn> left(ClusterState state, Node primary, int timeline) {
        return state.postgres(primary)
                .files()
                .value()
                .map(NodeFiles::history)
                .filter(history -> timeline(state, primary)
                        .filter(now -> now == history.current().timeline())
                        .isPresent())
                .flatMap(history -> history.left(timeline));
    }

    /** Returns the replication slot of which a standby's log says that it does not exist, if the primary has none of that name. */
    public static Optional<String> missingSlot(ClusterState state, Node node) {
        var there = leadingPrimary(state)
                .filter(primary -> !primary.equals(node))
                .flatMap(primary -> state.postgres(primary).says().value());
        return state.postgres(node)
                .says()
                .value()
                .filter(PostgresFacts::inRecovery)
                .map(facts -> facts.server().slot())
                .filter(slot -> !slot.isEmpty())
                .filter(slot -> state.postgres(node)
                        .files()
                        .value()
                        .filter(files -> files.stream().contains("replication slot \"" + slot + "\""))
                        .isPresent())
                .filter(slot -> there.filter(facts -> facts.slots().stream()
                                .noneMatch(each -> each.name().equals(slot)))
                        .isPresent());
    }

    /** Returns whether a standby that does not stream needs WAL that the primary no longer has: only a new copy helps. */
    public static boolean lacksWal(ClusterState state, Node node) {
        var seen = state.postgres(node);
        var slot = seen.says().value().map(facts -> facts.server().slot()).orElse("");
        var isLost = leadingPrimary(state)
                .flatMap(primary -> state.postgres(primary).says().value())
                .filter(facts ->
                        facts.slots().stream().anyMatch(each -> each.name().equals(slot) && each.lost()))
                .isPresent();
        return gap(state, node).isPresent()
                && (isLost
                        || seen.files()
                                .value()
                                .filter(NodeFiles::needsRemovedWal)
                                .isPresent());
    }

    /**
     * Returns whether WAL that a standby needs was removed from the primary while it did not stream, according to the slot that repmgr
     * created for it.
     */
    public static boolean hasLostSlot(ClusterState state, Node node) {
        return leadingPrimary(state)
                .filter(primary -> !primary.equals(node))
                .flatMap(primary -> state.postgres(primary).says().value())
                .filter(facts -> facts.slots().stream()
                        .anyMatch(slot -> slot.name().equals("repmgr_slot_" + node.repmgrId()) && slot.lost()))
                .isPresent();
    }

    /** Returns the nodes that the given one reports as streaming from it. */
    public static List<String> streamingFrom(ClusterState state, Node node) {
        return state.postgres(node).says().value().map(PostgresFacts::standbys).orElse(List.of()).stream()
                .filter(standby -> standby.state().equals("streaming"))
                .map(PostgresFacts.StandbyFacts::name)
                .toList();
    }

    /** Returns how many bytes of WAL a standby has to replay to reach the primary's position; empty if either is not seen. */
    public static OptionalLong lag(ClusterState state, Node node) {
        var here = state.postgres(node).says().value().filter(PostgresFacts::inRecovery);
        var there = leadingPrimary(state)
                .flatMap(primary -> state.postgres(primary).says().value());
        if (here.isEmpty() || there.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                Math.max(0, here.get().replayed().behind(there.get().written())));
    }
}
