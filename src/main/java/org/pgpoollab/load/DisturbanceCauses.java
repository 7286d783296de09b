package org.pgpoollab.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Assigns the milestones of a lab to the disturbances that they caused or ended. */
final class DisturbanceCauses {

    /** How long before the first client error a milestone may be seen, because the probes and the clients look at different times. */
    private static final Duration EARLIER = Duration.ofSeconds(1);

    /** How long a command may take until clients notice it: an attach waits for pgpools, a stop for its server. */
    private static final Duration BEFORE_IT_WORKS = Duration.ofSeconds(5);

    private DisturbanceCauses() {}

    /**
     * Assigns each milestone to the newest disturbance that had begun, until the lab is whole after the last error. Both lists are in the
     * order of time.
     */
    static List<Disturbance> given(List<Disturbance> disturbances, List<Milestone> milestones) {
        var all = new ArrayList<Disturbance>();
        for (var index = 0; index < disturbances.size(); index++) {
            var end = index + 1 < disturbances.size() ? beginning(disturbances.get(index + 1)) : Instant.MAX;
            all.add(with(disturbances.get(index), until(end, disturbances.get(index), milestones)));
        }
        return all;
    }

    /** Returns the earliest time at which a probe may have seen the disturbance. */
    private static Instant beginning(Disturbance disturbance) {
        var earliest = disturbance.firstError();
        for (var gap : List.of(disturbance.writes(), disturbance.reads())) {
            earliest = !gap.isNone() && gap.from().isBefore(earliest) ? gap.from() : earliest;
        }
        return earliest.minus(EARLIER);
    }

    private static List<Milestone> until(Instant end, Disturbance disturbance, List<Milestone> milestones) {
        var from = beginning(disturbance);
        var taken = new ArrayList<Milestone>();
        for (var milestone : milestones) {
            var isCommand = milestone.kind() == Milestone.Kind.COMMAND;
            var first = isCommand ? from.minus(BEFORE_IT_WORKS) : from;
            if (milestone.at().isBefore(first) || !milestone.at().isBefore(end)) {
                continue;
            }
            taken.add(milestone);
            if (milestone.kind() == Milestone.Kind.WHOLE && !milestone.at().isBefore(disturbance.lastError())) {
                break;
            }
        }
        return taken;
    }

    private static Disturbance with(Disturbance disturbance, List<Milestone> milestones) {
        return new Disturbance(
                disturbance.firstError(),
                disturbance.lastError(),
                disturbance.writes(),
                disturbance.reads(),
                disturbance.errors(),
                milestones);
    }
}
