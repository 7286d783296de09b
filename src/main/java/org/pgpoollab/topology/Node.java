package org.pgpoollab.topology;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One host of the lab. Its name is its host name: {@code pg-0}, {@code pgpool-2}. PostgreSQL nodes sort before Pgpool-II nodes.
 *
 * @param index counted from 0; also the backend number of a PostgreSQL node in every pgpool, and {@code pgpool_node_id} of a pgpool
 */
public record Node(NodeKind role, int index) implements Comparable<Node> {

    private static final Pattern NAME = Pattern.compile("(pg|pgpool)[-_]([0-9]{1,3})");
    private static final Comparator<Node> ORDER =
            Comparator.comparing(Node::role).thenComparingInt(Node::index);

    public static Node postgres(int index) {
        return new Node(NodeKind.POSTGRES, index);
    }

    public static Node pgpool(int index) {
        return new Node(NodeKind.PGPOOL, index);
    }

    /** Parses a name such as {@code pg-1} or {@code pg_1}; empty for any other text. Does not check whether a lab has the node. */
    public static Optional<Node> parse(String text) {
        var matcher = NAME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var role = matcher.group(1).equals("pg") ? NodeKind.POSTGRES : NodeKind.PGPOOL;
        return Optional.of(new Node(role, Integer.parseInt(matcher.group(2))));
    }

    public String name() {
        return role.prefix() + "-" + index;
    }

    public boolean isPostgres() {
        return role == NodeKind.POSTGRES;
    }

    public boolean isPgpool() {
        return role == NodeKind.PGPOOL;
    }

    /** Returns the id of a PostgreSQL node in {@code repmgr.nodes}; repmgr requires a number above 0. */
    public int repmgrId() {
        return 1000 + index;
    }

    /** Returns the names of nodes as a command takes them: {@code pg-0 pg-1}. */
    public static String names(Collection<Node> nodes) {
        return nodes.stream().map(Node::name).collect(Collectors.joining(" "));
    }

    @Override
    public int compareTo(Node other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name();
    }
}
