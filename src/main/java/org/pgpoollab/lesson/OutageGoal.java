package org.pgpoollab.lesson;

import java.time.Duration;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.Evaluation;

/**
 * The condition that the longest outage that the load noticed since the task began is below or above a time.
 *
 * @param ofWrites false for reads
 */
record OutageGoal(boolean ofWrites, boolean below, Duration limit) implements GoalCondition {

    @Override
    public Evaluation evaluate(ClusterState state, LessonEvidence evidence) {
        var load = evidence.load();
        if (!load.isKnown()) {
            return Evaluation.unknown(load.doubt());
        }
        var outage = ofWrites ? load.writeOutage() : load.readOutage();
        var difference = outage.compareTo(limit);
        return Evaluation.of(
                below ? difference < 0 : difference > 0,
                (ofWrites ? "writes" : "reads") + " failed for at most " + TimeSpan.text(outage));
    }

    @Override
    public boolean needsLoad() {
        return true;
    }
}
