package org.pgpoollab.fault;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** A fault that was injected on purpose and stays until it is healed. Two faults with the same meaning are equal. */
public sealed interface Fault {

    /** Returns the command that injects the fault, which {@link FaultText#parse} reads back: {@code cut pg-0 pgpool-1 --port 9694/udp}. */
    String text();

    /** Returns every node that the fault concerns. */
    Set<Node> nodes();

    FaultKind kind();

    /** Returns one or two words that mark a node with this fault: {@code isolated}, {@code repmgrd paused}. */
    default String mark() {
        return kind().mark();
    }

    default boolean has(FaultKind.Trait trait) {
        return kind().has(trait);
    }

    /** Returns whether this fault makes an older one obsolete when it is injected. */
    default boolean replaces(Fault older) {
        return false;
    }

    /** Returns whether no packet passes between a node and at least one of some others. */
    default boolean separates(Node node, Collection<Node> others) {
        return false;
    }

    /** Returns whether no connection to PostgreSQL lasts between two nodes, in either direction. */
    default boolean severs(Node one, Node other) {
        return false;
    }

    /** The host is off: it was killed and has not been started since. */
    record Off(Node node) implements Fault {
        @Override
        public FaultKind kind() {
            return FaultKind.OFF;
        }

        @Override
        public String text() {
            return "kill " + node;
        }

        @Override
        public Set<Node> nodes() {
            return Set.of(node);
        }

        @Override
        public boolean replaces(Fault older) {
            return older.has(FaultKind.Trait.ENDS_WITH_POWER) && older.nodes().contains(node);
        }
    }

    /** Every process of the host is frozen. */
    record Pause(Node node) implements Fault {
        @Override
        public FaultKind kind() {
            return FaultKind.PAUSE;
        }

        @Override
        public String text() {
            return "pause " + node;
        }

        @Override
        public Set<Node> nodes() {
            return Set.of(node);
        }

        @Override
        public boolean replaces(Fault older) {
            return older instanceof PauseServer part && part.node().equals(node);
        }
    }

    /** One server of the host is frozen, with all its processes. */
    record PauseServer(Node node, Server server) implements Fault {
        @Override
        public FaultKind kind() {
            return FaultKind.PAUSE_SERVER;
        }

        @Override
        public String text() {
            return "pause " + node + " --process " + server.program();
        }

        @Override
        public Set<Node> nodes() {
            return Set.of(node);
        }

        @Override
        public String mark() {
            return server.program() + " " + kind().mark();
        }
    }

    /** Nothing reaches the host and nothing leaves it. */
    record Isolate(Node node) implements Fault {
        @Override
        public FaultKind kind() {
            return FaultKind.ISOLATE;
        }

        @Override
        public String text() {
            return "isolate " + node;
        }

        @Override
        public Set<Node> nodes() {
            return Set.of(node);
        }

        @Override
        public boolean separates(Node one, Collection<Node> others) {
            return one.equals(node);
        }

        @Override
        public boolean severs(Node one, Node other) {
            return one.equals(node) || other.equals(node);
        }
    }

    /**
     * Packets from every node of {@code from} to every node of {@code to} are dropped, and those in the other direction unless it is
     * one-way.
     */
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
        public FaultKind kind() {
            return FaultKind.CUT;
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

        /** Returns whether a node is on the smaller side, which lacks the others; of two equal sides, both do. */
        public boolean cutsOff(Node node) {
            var side = from.contains(node) ? from : to;
            return side.contains(node) && 2 * side.size() <= from.size() + to.size();
        }

        /** One command removes the cut at both ends, so only its first side counts. */
        @Override
        public boolean separates(Node node, Collection<Node> others) {
            return port.equals(Port.ANY) && from.contains(node) && to.stream().anyMatch(others::contains);
        }

        /** A connection needs both directions, so a one-way cut ends it as well. */
        @Override
        public boolean severs(Node one, Node other) {
            return port.isOfPostgres()
                    && ((from.contains(one) && to.contains(other)) || (from.contains(other) && to.contains(one)));
        }
    }

    /** Packets from {@code from} to {@code to} are delayed, sometimes dropped, or limited in rate. */
    record Slow(SortedSet<Node> from, SortedSet<Node> to, Impairment impairment) implements Fault {

        public Slow {
            from = unmodifiable(from);
            to = unmodifiable(to);
            Objects.requireNonNull(impairment);
        }

        @Override
        public FaultKind kind() {
            return FaultKind.SLOW;
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
        public boolean replaces(Fault older) {
            return older instanceof Slow before
                    && before.from().equals(from)
                    && before.to().equals(to);
        }
    }

    /** The standby receives WAL but does not replay it. */
    record Lag(Node node) implements Fault {
        @Override
        public FaultKind kind() {
            return FaultKind.LAG;
        }

        @Override
        public String text() {
            return "lag " + node;
        }

        @Override
        public Set<Node> nodes() {
            return Set.of(node);
        }
    }

    /** The disk of the host is full: no new data can be written to it. */
    record Fill(Node node) implements Fault {
        @Override
        public FaultKind kind() {
            return FaultKind.FILL;
        }

        @Override
        public String text() {
            return "fill " + node;
        }

        @Override
        public Set<Node> nodes() {
            return Set.of(node);
        }
    }

    /** The health check of a pgpool is made to report a running backend as down. */
    record Lie(Node pool, Node backend) implements Fault {
        @Override
        public FaultKind kind() {
            return FaultKind.LIE;
        }

        @Override
        public String text() {
            return "lie " + pool + " " + backend;
        }

        @Override
        public Set<Node> nodes() {
            return Set.of(pool, backend);
        }
    }

    /**
     * The port to which a fault is limited.
     *
     * @param number 0 for every port; {@code protocol} is then {@link Protocol#ANY}
     */
    record Port(int number, Protocol protocol) {

        public static final Port ANY = new Port(0, Protocol.ANY);

        public enum Protocol {
            ANY,
            TCP,
            UDP
        }

        private boolean isOfPostgres() {
            return number == 0 || (number == Lab.POSTGRES_PORT && protocol != Protocol.UDP);
        }

        /** Returns text such as {@code 5432} or {@code 9694/udp}. */
        public String text() {
            return protocol == Protocol.ANY
                    ? String.valueOf(number)
                    : number + "/" + protocol.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The impairment of packets by a {@link Slow} fault.
     *
     * @param lossPercent 0 to 100
     * @param rate as tc(8) writes it, {@code 1mbit}; empty if unlimited
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
