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
 * Queries and marks leave out hidden faults, unless they say so; the steps that impose faults use {@link #revealed}.
 *
 * @param all the faults that the user is told of
 * @param hidden the faults of a challenge, which nothing shows; none of them is in {@code all}
 */
public record Faults(Set<Fault> all, Set<Fault> hidden) {

    public static final Faults NONE = new Faults(Set.of());

    public Faults {
        all = Collections.unmodifiableSet(new LinkedHashSet<>(all));
        var rest = new LinkedHashSet<>(hidden);
        rest.removeAll(all);
        hidden = Collections.unmodifiableSet(rest);
    }

    public Faults(Set<Fault> all) {
        this(all, Set.of());
    }

    public static Faults of(Fault... faults) {
        return Stream.of(faults).reduce(NONE, Faults::with, (some, others) -> others);
    }

    /** Returns these faults with one more, which replaces those that it makes obsolete. */
    public Faults with(Fault fault) {
        if (all.contains(fault)) {
            return this;
        }
        var kept = without(fault::replaces);
        var more = new LinkedHashSet<>(kept.all);
        more.add(fault);
        return new Faults(more, kept.hidden);
    }

    /** Returns these faults with one more that is hidden. */
    public Faults withHidden(Fault fault) {
        var more = new LinkedHashSet<>(hidden);
        more.add(fault);
        return new Faults(all, more);
    }

    /** Returns all faults, hidden or not, as faults that are told: what is to be imposed. */
    public Faults revealed() {
        var every = new LinkedHashSet<>(all);
        every.addAll(hidden);
        return new Faults(every);
    }

    public Faults without(Fault fault) {
        return without(fault::equals);
    }

    /** Returns the other faults, hidden ones included. */
    public Faults without(Predicate<Fault> unwanted) {
        return new Faults(rest(all, unwanted), rest(hidden, unwanted));
    }

    private static Set<Fault> rest(Set<Fault> faults, Predicate<Fault> unwanted) {
        var rest = new LinkedHashSet<>(faults);
        rest.removeIf(unwanted);
        return rest;
    }

    public Faults onlySuch(Predicate<Fault> wanted) {
        return without(wanted.negate());
    }

    /** Returns the faults that concern a node. */
    public Faults touching(Node node) {
        return onlySuch(fault -> fault.nodes().contains(node));
    }

    /** Returns whether processes of a node are frozen, by a hidden fault too: a frozen primary must not go on unexamined. */
    public boolean freezes(Node node) {
        return touching(node).revealed().all.stream().anyMatch(fault -> fault.has(FaultKind.Trait.FREEZES));
    }

    /** Returns whether a server of a node is frozen, by a hidden fault too: it is seen that its process is stopped, and it cannot answer. */
    public boolean freezes(Node node, Server server) {
        var every = revealed();
        return every.has(new Fault.Pause(node)) || every.has(new Fault.PauseServer(node, server));
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
