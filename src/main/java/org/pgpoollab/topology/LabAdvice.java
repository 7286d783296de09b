package org.pgpoollab.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pgpoollab.Problem;

/** Creates warnings for labs that are valid but probably do not achieve what the user wants. */
final class LabAdvice {

    /** Settings for which a standby refuses to replay WAL if its value is below the primary's (manual of PostgreSQL, 27.4.3). */
    private static final Set<String> STANDBY_NEEDS_AS_MUCH = Set.of(
            "max_connections",
            "max_prepared_transactions",
            "max_locks_per_transaction",
            "max_wal_senders",
            "max_worker_processes");

    private LabAdvice() {}

    static List<Problem> on(Lab lab) {
        var advice = new ArrayList<Problem>();
        quorum(lab, advice);
        connections(lab, advice);
        unequalStandbys(lab, advice);
        return List.copyOf(advice);
    }

    private static void quorum(Lab lab, List<Problem> advice) {
        var pools = lab.pgpoolCount();
        if (pools == 1) {
            advice.add(new Problem(
                    "1 pgpool has no watchdog and nobody to hand the VIP to",
                    "a quorum is more than half of all pgpools: of 1 that is 1, so 0 may be lost; the lab itself sets the VIP",
                    "pgpool: 3 keeps its quorum of 2 when 1 is lost"));
            return;
        }
        if (pools % 2 != 0) {
            return;
        }
        var fewer = pools - 1;
        advice.add(new Problem(
                pools + " pgpools survive the loss of " + lab.survivableLosses() + ", the same as " + fewer + " would"
                        + (pools == 2 ? ": with either one lost, nobody holds the VIP" : ""),
                "a quorum is more than half: " + losses(pools) + "; " + losses(fewer),
                (pools == 2 ? "" : "pgpool: " + fewer + " for the same safety, or ") + "pgpool: " + (pools + 1)
                        + " to survive the loss of " + (pools / 2)));
    }

    private static String losses(int pools) {
        var quorum = pools / 2 + 1;
        return "of " + pools + " it is " + quorum + ", " + pools + " - " + quorum + " = " + (pools - quorum)
                + " may be lost";
    }

    private static void connections(Lab lab, List<Problem> advice) {
        var budget = ConnectionBudget.of(lab);
        for (var node : lab.postgresNodes()) {
            lab.settings()
                    .number(Settings.POSTGRES, node, "max_connections")
                    .filter(most -> most < budget.needed())
                    .ifPresent(most -> advice.add(new Problem(
                            "max_connections = " + most + " on " + node + " is less than the pgpools may open",
                            budget.arithmetic(),
                            "leave it out, or lower num_init_children or max_pool of pgpool")));
        }
    }

    private static void unequalStandbys(Lab lab, List<Problem> advice) {
        var nodes = lab.postgresNodes();
        for (var name : STANDBY_NEEDS_AS_MUCH.stream().sorted().toList()) {
            var values = nodes.stream()
                    .map(node -> lab.settings().of(Settings.POSTGRES, node).getOrDefault(name, ""))
                    .distinct()
                    .count();
            if (values > 1) {
                advice.add(new Problem(
                        name + " is not the same on all PostgreSQL nodes",
                        "a standby stops replaying when its " + name
                                + " is below the primary's, and any node may become primary",
                        "set it for all nodes"));
            }
        }
    }
}
