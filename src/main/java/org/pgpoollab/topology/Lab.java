package org.pgpoollab.topology;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A lab as it was asked for, complete and checked.
 *
 * @param postgresCount 1 to 16
 * @param pgpoolCount 1 to 16; with 1 there is no watchdog, and the lab itself sets the VIP
 */
public record Lab(
        String name,
        EngineKind engine,
        int postgresCount,
        int pgpoolCount,
        AddressPlan addresses,
        Credentials credentials,
        Timing timing,
        Settings settings) {

    /** The host name of the virtual address. */
    public static final String VIP_NAME = "pgpool";

    public static final int POSTGRES_PORT = 5432;
    public static final int PGPOOL_PORT = 5432;
    public static final int PCP_PORT = 9898;

    /** pg-0, pg-1, … */
    public List<Node> postgresNodes() {
        return IntStream.range(0, postgresCount).mapToObj(Node::postgres).toList();
    }

    /** pgpool-0, pgpool-1, … */
    public List<Node> pgpoolNodes() {
        return IntStream.range(0, pgpoolCount).mapToObj(Node::pgpool).toList();
    }

    /** All nodes, the PostgreSQL nodes first. */
    public List<Node> nodes() {
        return Stream.concat(postgresNodes().stream(), pgpoolNodes().stream()).toList();
    }

    public boolean has(Node node) {
        return node.index() < (node.isPostgres() ? postgresCount : pgpoolCount);
    }

    public Optional<Node> named(String name) {
        return Node.parse(name).filter(this::has);
    }

    public boolean hasWatchdog() {
        return pgpoolCount > 1;
    }

    /** How many pgpools must be alive for a quorum: more than half of them. */
    public int quorum() {
        return pgpoolCount / 2 + 1;
    }
}
