package org.pgpoollab.condition;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;

/** The condition that exactly one node reports to be primary. */
record PrimaryKnown() implements Condition {

    @Override
    public Evaluation evaluate(ClusterState state) {
        var primaries = state.primaries();
        if (!primaries.isEmpty()) {
            return Evaluation.of(
                    primaries.size() == 1,
                    StateText.list(primaries) + (primaries.size() == 1 ? " is primary" : " are primary"));
        }
        var anyAsked = state.postgres().stream()
                .anyMatch(seen -> seen.says().isSeen() || seen.says().isUnreachable());
        var why = "no node says that it is primary: "
                + StateText.of(state, state.lab().postgresNodes());
        return anyAsked ? Evaluation.unmet(why) : Evaluation.unknown(why);
    }

    @Override
    public String sentence() {
        return "primary is known";
    }
}
