package org.pgpoollab.condition;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.Diagnosis;

/** The condition that the diagnosis finds nothing worse than warnings. */
record ClusterHealthy() implements Condition {

    @Override
    public Evaluation evaluate(ClusterState state) {
        var health = Diagnosis.of(state);
        if (health.isHealthy()) {
            return Evaluation.met("the cluster is healthy");
        }
        var errors = health.errors();
        var more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        var why = errors.get(0).problem().what() + more;
        return health.isUnknown() ? Evaluation.unknown(why) : Evaluation.unmet(why);
    }

    @Override
    public boolean asksForClients() {
        return true;
    }

    @Override
    public String sentence() {
        return "cluster is healthy";
    }
}
