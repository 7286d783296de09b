package org.pgpoollab.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.load.Disturbance;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.Milestone;
import org.pgpoollab.load.ServiceGap;
import org.pgpoollab.load.TenthSecond;
import org.pgpoollab.load.WriteAudit;
import org.pgpoollab.repair.Repair;
import org.pgpoollab.repair.RepairMethod;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.ProgramVersions;

/** Sample runs of drills. */
final class Runs {

    private static final Instant BEGUN = Given.NOW;
    private static final Node OLD = Node.postgres(0);
    private static final WriteAudit KEPT = new WriteAudit(1234, 0, 3, 1, 0, 0, "pg-1", "");

    private Runs() {}

    static DrillResult result(DrillRun... runs) {
        return new DrillResult(
                Drill.PRIMARY_LOSS,
                Given.healthy().state().lab(),
                ProgramVersions.UNKNOWN,
                LoadShape.USUAL,
                List.of(runs),
                KEPT);
    }

    static DrillResult with(ProgramVersions versions, DrillRun... runs) {
        return DrillResult.joined(Drill.PRIMARY_LOSS, result().lab(), versions, LoadShape.USUAL, List.of(result(runs)));
    }

    /** A run in which a primary was killed: no writes for this many milliseconds, redundant half a second later, whole after 9 s. */
    static DrillRun loss(int outage) {
        return run(outage, new SelfRecovery.Redundant(Duration.ofMillis(outage + 500L)), "");
    }

    static DrillRun neverServed(String missing) {
        return run(9000, new SelfRecovery.Missing(missing), "");
    }

    /** A run whose repair discarded something. */
    static DrillRun discarding(int outage, String discarded) {
        return run(outage, new SelfRecovery.Redundant(Duration.ofMillis(outage + 500L)), discarded);
    }

    private static DrillRun run(int outage, SelfRecovery recovery, String discarded) {
        return new DrillRun(
                BEGUN,
                "kill pg-0",
                Set.of(OLD),
                recovery,
                BEGUN.plusMillis(6000),
                Duration.ofMillis(9000),
                List.of(new CompletedRepair(
                        new Repair(RepairMethod.REJOIN, OLD, "it was primary", "it becomes a standby", true),
                        Duration.ofMillis(1950),
                        discarded)),
                List.of(disturbance(outage)),
                milestones(outage),
                tenths(outage));
    }

    private static Disturbance disturbance(int outage) {
        return new Disturbance(
                BEGUN.plusMillis(40),
                BEGUN.plusMillis(outage),
                new ServiceGap(BEGUN, Duration.ofMillis(outage), true),
                ServiceGap.none(BEGUN),
                new TreeMap<>(Map.of("57P01 the server was shut down", 4)),
                List.of());
    }

    private static List<Milestone> milestones(int outage) {
        return List.of(
                milestone(110, Milestone.Kind.SILENT, "pg-0", "pg-0 fell silent"),
                milestone(outage - 200, Milestone.Kind.PROMOTED, "pg-1", "pg-1 promoted"),
                milestone(outage - 50, Milestone.Kind.TURNED, "pgpool-0", "pgpool-0 writes to pg-1"));
    }

    private static Milestone milestone(int millis, Milestone.Kind kind, String node, String text) {
        return new Milestone(BEGUN.plusMillis(millis), kind, List.of(node), text);
    }

    private static List<TenthSecond> tenths(int outage) {
        var tenths = new ArrayList<TenthSecond>();
        for (var millis = 0; millis < 9000; millis += 100) {
            var isOut = millis < outage;
            tenths.add(new TenthSecond(BEGUN.plusMillis(millis), isOut ? 0 : 10, 10, isOut && millis < 300 ? 2 : 0));
        }
        return tenths;
    }
}
