package org.pgpoollab.condition;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.topology.Node;

/**
 * The condition that the watchdog has its quorum, as its leader reports it; reports of other pgpools do not count.
 *
 * @param wanted false for {@code quorum is absent}
 */
record QuorumPresent(boolean wanted) implements Condition {

    @Override
    public Evaluation evaluate(ClusterState state) {
        var present = present(state);
        return wanted ? present : present.negated();
    }

    private static Evaluation present(ClusterState state) {
        var leaders = state.leaders();
        if (!leaders.isEmpty()) {
            return Evaluation.all(
                    leaders.stream().map(leader -> says(state, leader)).toList());
        }
        var why = "no leader is seen: " + StateText.of(state, state.lab().pgpoolNodes());
        var allSeen = state.pools().stream().allMatch(pool -> pool.watchdog().isSeen());
        return allSeen ? Evaluation.unmet(why) : Evaluation.unknown(why);
    }

    private static Evaluation says(ClusterState state, Node leader) {
        WatchdogFacts watchdog = state.pool(leader).watchdog().value().orElseThrow();
        return Evaluation.of(watchdog.hasQuorum(), leader + ", the leader, says " + watchdog.quorum());
    }

    @Override
    public String sentence() {
        return "quorum is " + (wanted ? "present" : "absent");
    }
}
