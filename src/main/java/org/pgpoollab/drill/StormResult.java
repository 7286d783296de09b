package org.pgpoollab.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.pgpoollab.load.LoadReport;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.WriteAudit;
import org.pgpoollab.topology.Lab;

/**
 * The result of a storm.
 *
 * @param verdict the audit of every write of the whole storm, checked in the database that survived
 * @param healthy whether the lab was healthy at the end
 */
public record StormResult(
        Lab lab, LoadShape shape, long seed, Instant begun, List<Round> rounds, WriteAudit verdict, boolean healthy) {

    /**
     * One group of faults and its repair.
     *
     * @param faults the titles of the plans that injected them
     * @param end when the lab was proved to work, and clients were served
     */
    public record Round(
            Instant begun,
            List<String> faults,
            Instant recoverBegun,
            Instant end,
            List<CompletedRepair> repaired,
            LoadReport report) {

        public Round {
            faults = List.copyOf(faults);
            repaired = List.copyOf(repaired);
        }

        /** The longest time without an acknowledged write. */
        public Duration writeOutage() {
            return report.disturbances().stream()
                    .flatMap(disturbance -> disturbance.writeOutage().stream())
                    .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }

        public String inWords() {
            return (faults.isEmpty() ? "nobody was hit" : String.join(", ", faults)) + ": no writes "
                    + DrillText.seconds(writeOutage()) + ", recovered in " + DrillText.seconds(recovery());
        }

        public Duration recovery() {
            return Duration.between(recoverBegun, end);
        }
    }

    public StormResult {
        rounds = List.copyOf(rounds);
    }
}
