package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.CHANGE;
import static org.pgpoollab.timeline.Event.Effect.RECOVERY;
import static org.pgpoollab.timeline.Event.Effect.TROUBLE;
import static org.pgpoollab.timeline.Event.Kind.VIP;

import java.time.Instant;
import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/**
 * Detects which pgpool holds the virtual address. That no pgpool or several hold it is reported only when it is confirmed.
 *
 * @param told the holders that were last reported, or first seen
 * @param owner the last pgpool that held it alone; empty before the first
 * @param lastSeen when the owner was last seen with it
 */
record VipChanges(List<Node> told, List<Node> owner, Instant lastSeen, ConfirmedObservation doubt)
        implements ChangeDetector {

    static final VipChanges NOTHING = new VipChanges(List.of(), List.of(), Instant.MIN, ConfirmedObservation.NONE);

    VipChanges {
        told = List.copyOf(told);
        owner = List.copyOf(owner);
    }

    @Override
    public Told next(ClusterState state) {
        var holders = state.vipHolders();
        if (holders.size() == 1) {
            return onOne(state, holders);
        }
        if (holders.equals(told) || (holders.isEmpty() && !isKnown(state))) {
            return Told.nothing(new VipChanges(told, owner, lastSeen, ConfirmedObservation.NONE));
        }
        if (!doubt.isSettledBy(state.pools().stream().map(PoolNode::holdsVip))) {
            return Told.nothing(new VipChanges(told, owner, lastSeen, doubt.orFrom(state.at())));
        }
        var text = holders.isEmpty()
                ? "no pgpool holds the VIP"
                : "VIP is on " + StateText.list(holders) + " at the same time";
        return new Told(
                new VipChanges(holders, owner, lastSeen, ConfirmedObservation.NONE),
                List.of(ChangeDetector.event(state, VIP, TROUBLE, holders.isEmpty() ? owner : holders, text)));
    }

    /** Returns whether the absence of a holder is certain: all pgpools were probed, and at least one could be. */
    private static boolean isKnown(ClusterState state) {
        var facts = state.pools().stream().map(PoolNode::holdsVip).toList();
        return facts.stream().anyMatch(Observed::isSeen)
                && facts.stream().allMatch(fact -> fact.isSeen() || fact.isUnreachable());
    }

    private Told onOne(ClusterState state, List<Node> holder) {
        var seenAt = seenAt(state, holder.get(0));
        var later = new VipChanges(holder, holder, seenAt, ConfirmedObservation.NONE);
        if (owner.isEmpty() || holder.equals(told)) {
            return Told.nothing(later);
        }
        return new Told(later, List.of(arrival(state, holder.get(0), seenAt)));
    }

    private Event arrival(ClusterState state, Node holder, Instant seenAt) {
        var before = owner.get(0);
        var after = " after " + DurationText.text(lastSeen, seenAt);
        if (!before.equals(holder)) {
            var text = "VIP moved from " + before + " to " + holder + after;
            return ChangeDetector.event(
                    state, VIP, told.size() == 1 ? CHANGE : RECOVERY, List.of(holder, before), text);
        }
        var text = told.isEmpty() ? "VIP is on " + holder + " again" + after : "VIP is on " + holder + " alone again";
        return ChangeDetector.event(state, VIP, RECOVERY, List.of(holder), text);
    }

    private static Instant seenAt(ClusterState state, Node holder) {
        return state.at().minus(state.pool(holder).holdsVip().age(state.at()));
    }
}
