package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Locale;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.MachineLoad;

/** Reports that this machine has more processes to run than it can: nodes answer late, and their view of each other may be wrong. */
final class MachineTooBusy implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        var machine = state.context().machine();
        if (!machine.isTooBusy()) {
            return List.of();
        }
        return List.of(Finding.warning(
                "this machine is too busy: load " + rounded(machine.load()) + " on " + processors(machine),
                "processes wait for a processor" + measured(machine)
                        + ": nodes answer late, and may consider each other dead; " + advice(state),
                Remedy.none()));
    }

    private static String advice(ClusterState state) {
        var others = state.context().others();
        return others.isEmpty()
                ? "no other lab of yours runs: end other programs, or make a smaller lab"
                : "what uses the processors was not measured, top shows it; also running: the lab"
                        + (others.size() == 1 ? " " : "s ") + String.join(", ", others);
    }

    private static String measured(MachineLoad machine) {
        var span = machine.span();
        if (span.toSeconds() < 1) {
            return "";
        }
        return ", in the last " + span.toSeconds() + " s for "
                + machine.withheld().toMillis() * 100 / span.toMillis() + " % of the time";
    }

    private static String processors(MachineLoad machine) {
        return machine.processors() == 1 ? "1 processor" : machine.processors() + " processors";
    }

    /** Formats a load: {@code 49.7}, {@code 50}. */
    private static String rounded(double load) {
        return load < 10 ? String.format(Locale.ROOT, "%.1f", load) : String.valueOf(Math.round(load));
    }
}
