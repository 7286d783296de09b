package org.pgpoollab.fault;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pgpoollab.topology.Node;

/** Something that is wrong because it was wished so, and stays wrong until it is healed. Two that mean the same are equal. */
public sealed interface Fault {

    /** The command that imposes it, which {@link FaultText#parse} reads back: {@code cut pg-0 pgpool-1 --port 9694/udp}. */
    String text();

    /** Every node that it is about. */
    Set<Node> nodes();

    /** Whether it is imposed on packets rather than on processes. */
    default boolean isOfNetwork() {
        return false;
    }

    /** The host has no power: it was killed, and nobody has started it since. */
    record Off(Node node) implements Fault {
        @Override
        public String text() {
            return "kill " + node;
        }

        @Override
        public Set<Node> nodes() {
            return Set.of(node);
        }
    }

    /** Every process of the host stands still. */
    record Pause(Node node) implements Fault {
        @Override
        public String text() {
            return "pause " + node;
        }

        @Override
        public Set<Node> nodes() {
            return Set.of(node);
        }
    }

    /** One server of the host stands still, with all its processes. */
    record PauseServer(Node node, Program program) implements Fault {
        @Override
        public String text() {
            return "pause " + node + " --process " + program.word();
        }

        @Override
        public Set<Node> nodes() {
            return Set.of(node);
        }
    }

    /** Nothing reaches the host and nothing leaves it. */
    record Isolate(Node node) implements Fault {
        @Override
        public String text() {
            return "isolate " + node;
        }

        @Override
        public Set<Node> nodes() {
            return Set.of(node);
        }

        @Override
        public boolean isOfNetwork() {
            return true;
        }
    }

    /** Packets of every one of {@code from} to every one of {@code to} are lost; the way back too, unless it is one way. */
    record Cut(SortedSet<Node> from, SortedSet<Node> to, boolean oneWay, Port port) implements Fault {

        public Cut {
            var turned = !oneWay && to.first().compareTo(from.first()) < 0;
            var first = unmodifiable(turned ? to : from);
            to = unmodifiable(turned ? from : to);
            from = first;
            Objects.requireNonNull(port);
        }

        public static Cut between(Set<Node> from, Set<Node> to) {
            return new Cut(new TreeSet<>(from), new TreeSet<>(to), false, Port.ANY);
        }

        @Override
        public String text() {
            var which = port.equals(Port.ANY) ? "" : " --port " + port.text();
            return "cut " + group(from) + " " + group(to) + (oneWay ? " --one-way" : "") + which;
        }

        @Override
        public Set<Node> nodes() {
            return union(from, to);
        }

        @Override
        public boolean isOfNetwork() {
            return true;
        }
    }

    /** What {@code from} sends to {@code to} comes late, is lost now and then, or flows thinly. */
    record Slow(SortedSet<Node> from, SortedSet<Node> to, Impairment impairment) implements Fault {

        public Slow {
            from = unmodifiable(from);
            to = unmodifiable(to);
            Objects.requireNonNull(impairment);
        }

        @Override
        public String text() {
            return "slow " + group(from) + " " + group(to) + " " + impairment.text();
        }

        @Override
        public Set<Node> nodes() {
            return union(from, to);
        }

        @Override
        public boolean isOfNetwork() {
            return true;
        }
    }

    /** The standby receives WAL, and does not replay it. */
    record Lag(Node node) implements Fault {
        @Override
        public String text() {
            return "lag " + node;
        }

        @Override
        public Set<Node> nodes() {
            return Set.of(node);
        }
    }

    /** The disk of the host is full: nothing new can be written to it. */
    record Fill(Node node) implements Fault {
        @Override
        public String text() {
            return "fill " + node;
        }

        @Override
        public Set<Node> nodes() {
            return Set.of(node);
        }
    }

    /** The pool's health check is made to find a backend down that is up. */
    record Lie(Node pool, Node backend) implements Fault {
        @Override
        public String text() {
            return "lie " + pool + " " + backend;
        }

        @Override
        public Set<Node> nodes() {
            return Set.of(pool, backend);
        }
    }

    /** One of the lab's server programs, as the kernel names its processes. */
    enum Program {
        POSTGRES,
        REPMGRD,
        PGPOOL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean belongsOn(Node node) {
            return (this == PGPOOL) == node.isPgpool();
        }
    }

    /** @param number 0: every port; {@code protocol} is then {@link Protocol#ANY} */
    record Port(int number, Protocol protocol) {

        public static final Port ANY = new Port(0, Protocol.ANY);

        public enum Protocol {
            ANY,
            TCP,
            UDP
        }

        /** {@code 5432}, {@code 9694/udp}. */
        public String text() {
            return protocol == Protocol.ANY
                    ? String.valueOf(number)
                    : number + "/" + protocol.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param lossPercent 0 to 100
     * @param rate as tc(8) writes it, {@code 1mbit}; empty: unlimited
     */
    record Impairment(Duration delay, int lossPercent, String rate) {

        public String text() {
            return delay.toMillis() + "ms" + (lossPercent == 0 ? "" : " --loss " + lossPercent)
                    + (rate.isEmpty() ? "" : " --rate " + rate);
        }
    }

    private static SortedSet<Node> unmodifiable(SortedSet<Node> nodes) {
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a group without a node");
        }
        return java.util.Collections.unmodifiableSortedSet(new TreeSet<>(nodes));
    }

    private static Set<Node> union(Set<Node> some, Set<Node> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static String group(Set<Node> nodes) {
        return nodes.stream().map(Node::name).collect(Collectors.joining(","));
    }
}
