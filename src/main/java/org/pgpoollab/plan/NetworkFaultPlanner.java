package org.pgpoollab.plan;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Fault.Cut;
import org.pgpoollab.fault.Fault.Impairment;
import org.pgpoollab.fault.Fault.Isolate;
import org.pgpoollab.fault.Fault.Port;
import org.pgpoollab.fault.Fault.Slow;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.plan.step.ImposeNetwork;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.SaveFaults;
import org.pgpoollab.topology.Node;

/** Plans faults of the network between nodes. */
record NetworkFaultPlanner(ClusterState state) {

    Plan isolate(List<Node> nodes) {
        var wished = nodes.stream()
                .map(node -> (Fault) new Isolate(node))
                .reduce(state.faults(), Faults::with, (some, others) -> others);
        return network("isolate " + StateText.list(nodes), wished)
                .advising("no packet reaches or leaves it; undo it: heal " + Node.names(nodes));
    }

    /** @throws LabException as a usage error if nothing lies between the two groups */
    Plan cut(List<Node> from, List<Node> to, boolean oneWay, Port port) {
        var fault = between(from, to, (some, others) -> new Cut(some, others, oneWay, port));
        return network(fault.text(), state.faults().with(fault)).advising("undo it: heal");
    }

    /** @throws LabException as a usage error if nothing lies between the two groups */
    Plan slow(List<Node> from, List<Node> to, Impairment impairment) {
        var fault = between(from, to, (some, others) -> new Slow(some, others, impairment));
        return network(fault.text(), state.faults().with(fault)).advising("undo it: heal");
    }

    private interface Between {
        Fault of(SortedSet<Node> from, SortedSet<Node> to);
    }

    /**
     * Builds a fault between two groups. A node that is in both groups counts for the first: {@code cut pg-0 all} cuts it from all others.
     */
    private static Fault between(List<Node> from, List<Node> to, Between fault) {
        var others = new TreeSet<>(to);
        others.removeAll(Set.copyOf(from));
        if (from.isEmpty() || others.isEmpty()) {
            throw LabException.usage(
                    "there is nothing between " + StateText.list(from) + " and " + StateText.list(to),
                    "a link has two different ends",
                    "cut pg-0 pgpool-0, or: isolate pg-0");
        }
        return fault.of(new TreeSet<>(from), others);
    }

    /**
     * Plans network faults. Faults that are recorded already are imposed again, because the program that recorded them may have been killed
     * before it imposed them.
     */
    private Plan network(String title, Faults wished) {
        var before = state.faults();
        if (before.equals(wished)) {
            return Plan.of(title, new ImposeNetwork(title, state.lab(), Faults.NONE, wished));
        }
        return Plan.of(
                        title,
                        new SaveFaults("note the fault", wished),
                        new ImposeNetwork(title, state.lab(), before, wished))
                .undoneBy(
                        new ImposeNetwork("restore the network", state.lab(), wished, before),
                        new SaveFaults("clear the fault", before));
    }
}
