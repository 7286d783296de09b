package org.pgpoollab.fault;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pgpoollab.fault.Fault.Cut;
import org.pgpoollab.fault.Fault.Fill;
import org.pgpoollab.fault.Fault.Isolate;
import org.pgpoollab.fault.Fault.Lag;
import org.pgpoollab.fault.Fault.Lie;
import org.pgpoollab.fault.Fault.Off;
import org.pgpoollab.fault.Fault.Pause;
import org.pgpoollab.fault.Fault.PauseServer;
import org.pgpoollab.fault.Fault.Slow;
import org.pgpoollab.topology.Node;

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
        var more = new LinkedHashSet<>(without(old -> gone(old, fault)).all);
        more.add(fault);
        return new Faults(more);
    }

    private static boolean gone(Fault old, Fault now) {
        if (now instanceof Off off) {
            return livesInProcesses(old) && old.nodes().contains(off.node());
        }
        if (now instanceof Pause pause) {
            return old instanceof PauseServer part && part.node().equals(pause.node());
        }
        if (now instanceof Slow slow) {
            return old instanceof Slow before
                    && before.from().equals(slow.from())
                    && before.to().equals(slow.to());
        }
        return false;
    }

    private static boolean livesInProcesses(Fault fault) {
        return fault instanceof Pause || fault instanceof PauseServer || fault instanceof Lag;
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

    public Faults ofNetwork() {
        return onlySuch(Fault::isOfNetwork);
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
                .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
                .map(Faults::mark)
                .distinct()
                .toList();
    }

    private static int rank(Fault fault) {
        return List.of(
                        Off.class,
                        Pause.class,
                        PauseServer.class,
                        Isolate.class,
                        Cut.class,
                        Fill.class,
                        Slow.class,
                        Lag.class,
                        Lie.class)
                .indexOf(fault.getClass());
    }

    private static String mark(Fault fault) {
        if (fault instanceof Off) {
            return "off";
        }
        if (fault instanceof Pause) {
            return "paused";
        }
        if (fault instanceof PauseServer part) {
            return part.program().word() + " paused";
        }
        if (fault instanceof Isolate) {
            return "isolated";
        }
        if (fault instanceof Cut) {
            return "cut";
        }
        if (fault instanceof Fill) {
            return "full";
        }
        if (fault instanceof Slow) {
            return "slow";
        }
        return fault instanceof Lag ? "held back" : "lie";
    }
}
