package org.pgpoollab.fault;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * The set of faults that are to be active at one time, in the order in which they were added. Adding the same fault twice has no effect.
 */
public record Faults(Set<Fault> all) {

    public static final Faults NONE = new Faults(Set.of());

    public Faults {
        all = Collections.unmodifiableSet(new LinkedHashSet<>(all));
    }

    public static Faults of(Fault... faults) {
        return Stream.of(faults).reduce(NONE, Faults::with, (some, others) -> others);
    }

    /** Returns these faults with one more, which replaces those that it makes obsolete. */
    public Faults with(Fault fault) {
        if (all.contains(fault)) {
            return this;
        }
        var more = new LinkedHashSet<>(without(fault::replaces).all);
        more.add(fault);
        return new Faults(more);
    }

    public Faults without(Fault fault) {
        return without(fault::equals);
    }

    public Faults without(Predicate<Fault> unwanted) {
        var rest = new LinkedHashSet<>(all);
        rest.removeIf(unwanted);
        return new Faults(rest);
    }

    public Faults onlySuch(Predicate<Fault> wanted) {
        return without(wanted.negate());
    }

    /** Returns the faults that concern a node. */
    public Faults touching(Node node) {
        return onlySuch(fault -> fault.nodes().contains(node));
    }

    /** Returns whether processes of a node are frozen. */
    public boolean freezes(Node node) {
        return touching(node).all.stream().anyMatch(fault -> fault.has(FaultKind.Trait.FREEZES));
    }

    /** Returns whether a server of a node is frozen, so that it cannot answer. */
    public boolean freezes(Node node, Server server) {
        return has(new Fault.Pause(node)) || has(new Fault.PauseServer(node, server));
    }

    public Faults ofNetwork() {
        return onlySuch(fault -> fault.has(FaultKind.Trait.OF_NETWORK));
    }

    public <T extends Fault> List<T> each(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public boolean has(Fault fault) {
        return all.contains(fault);
    }

    /**
     * Returns a mark of one or two words for each fault of a node, the gravest first: {@code off}, {@code paused}, {@code isolated},
     * {@code cut}, {@code full}, {@code slow}, {@code held back}, {@code lie}.
     */
    public List<String> marks(Node node) {
        return touching(node).all.stream()
                .sorted(Comparator.comparing(Fault::kind))
                .map(Fault::mark)
                .distinct()
                .toList();
    }
}
