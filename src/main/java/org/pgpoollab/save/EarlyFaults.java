package org.pgpoollab.save;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Node;

/**
 * Which faults of the network a restored lab has while its servers start; it gets its own once its pgpools have met. A server must not see
 * at its start what it did not see before. But a pgpool only comes up where it finds a primary, and one that had met the others before it
 * was cut off keeps what it learnt from them. And of two primaries a pgpool that starts may choose another one than it had: it does not see
 * the other until it has found its own.
 */
record EarlyFaults(SavedState saved) {

    /** @param network all faults of the network that the lab had */
    Faults of(Faults network) {
        return Stream.concat(network.all().stream().flatMap(this::early), hidden().stream())
                .reduce(Faults.NONE, Faults::with, (some, others) -> others);
    }

    /** Cuts off primaries that no pgpool took for one, if another one was taken for the primary. */
    private Optional<Fault> hidden() {
        var pools = saved.nodes().stream()
                .filter(SavedNode::believed)
                .map(SavedNode::node)
                .collect(Collectors.toSet());
        var trusted = saved.nodes().stream()
                .flatMap(pool -> pool.believedPrimary().stream())
                .collect(Collectors.toSet());
        var others = saved.nodes().stream()
                .filter(node -> node.isPrimary() && !trusted.contains(node.node()))
                .map(SavedNode::node)
                .collect(Collectors.toSet());
        return others.isEmpty() || trusted.isEmpty() ? Optional.empty() : Optional.of(Fault.Cut.between(others, pools));
    }

    private Stream<Fault> early(Fault fault) {
        if (fault.nodes().stream().allMatch(Node::isPostgres)) {
            return Stream.of(fault);
        }
        return fault instanceof Fault.Cut cut ? early(cut) : Stream.of();
    }

    private Stream<Fault> early(Fault.Cut cut) {
        if (leadsToPrimary(cut.from()) && leadsToPrimary(cut.to())) {
            return Stream.of(cut);
        }
        var from = postgres(cut.from());
        var to = postgres(cut.to());
        return from.isEmpty() || to.isEmpty()
                ? Stream.of()
                : Stream.of(new Fault.Cut(from, to, cut.oneWay(), cut.port()));
    }

    /** Returns whether each pgpool of one side of a cut finds a primary there. */
    private boolean leadsToPrimary(SortedSet<Node> side) {
        return side.stream().allMatch(Node::isPostgres)
                || side.stream().anyMatch(node -> saved.of(node).isPrimary());
    }

    private static SortedSet<Node> postgres(SortedSet<Node> side) {
        return side.stream().filter(Node::isPostgres).collect(Collectors.toCollection(TreeSet::new));
    }
}
