package org.pgpoollab.topology;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The complete and validated definition of a lab.
 *
 * @param postgresCount 1 to 16
 * @param pgpoolCount 1 to 16; with 1 there is no watchdog, and the lab itself sets the VIP
 */
public record Lab(
        String name,
        EngineKind engine,
        Release release,
        int postgresCount,
        int pgpoolCount,
        AddressPlan addresses,
        Credentials credentials,
        Timing timing,
        Settings settings,
        Images images) {

    /** Returns a lab of this machine's programs, or of this program's own image. */
    public Lab(
            String name,
            EngineKind engine,
            int postgresCount,
            int pgpoolCount,
            AddressPlan addresses,
            Credentials credentials,
            Timing timing,
            Settings settings) {
        this(
                name,
                engine,
                Release.OF_MACHINE,
                postgresCount,
                pgpoolCount,
                addresses,
                credentials,
                timing,
                settings,
                Images.OWN);
    }

    /** The name of a lab for which no name was given. */
    public static final String USUAL_NAME = "default";

    /** The host name of the VIP. */
    public static final String VIP_NAME = "pgpool";

    public static final int POSTGRES_PORT = 5432;
    public static final int PGPOOL_PORT = 5432;
    public static final int PCP_PORT = 9898;

    /** Returns pg-0, pg-1, … */
    public List<Node> postgresNodes() {
        return nodes(NodeKind.POSTGRES, postgresCount).toList();
    }

    /** Returns pgpool-0, pgpool-1, … */
    public List<Node> pgpoolNodes() {
        return nodes(NodeKind.PGPOOL, pgpoolCount).toList();
    }

    /** Returns all nodes, the PostgreSQL nodes first. */
    public List<Node> nodes() {
        return Stream.concat(postgresNodes().stream(), pgpoolNodes().stream()).toList();
    }

    static Stream<Node> nodes(NodeKind role, int count) {
        return IntStream.range(0, count).mapToObj(index -> new Node(role, index));
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

    /** Returns how many pgpools must be alive for a quorum: more than half of them. */
    public int quorum() {
        return pgpoolCount / 2 + 1;
    }

    /** Returns how many pgpools may be lost without losing the quorum. */
    public int survivableLosses() {
        return pgpoolCount - quorum();
    }

    /** Returns this lab with another name. */
    public Lab with(String other) {
        return new Lab(
                other, engine, release, postgresCount, pgpoolCount, addresses, credentials, timing, settings, images);
    }

    /** Returns this lab with another engine. */
    public Lab with(EngineKind other) {
        return new Lab(
                name, other, release, postgresCount, pgpoolCount, addresses, credentials, timing, settings, images);
    }

    /** Returns this lab with other addresses. */
    public Lab with(AddressPlan others) {
        return new Lab(
                name, engine, release, postgresCount, pgpoolCount, others, credentials, timing, settings, images);
    }

    /** Returns this lab with the timing of another profile. */
    public Lab with(TimingProfile profile) {
        var bound = HealthCheckBudget.bound(profile.timing(), postgresCount, pgpoolCount);
        return new Lab(
                name, engine, release, postgresCount, pgpoolCount, addresses, credentials, bound, settings, images);
    }

    /** Returns this lab with another user and other passwords. */
    Lab with(Credentials others) {
        return new Lab(name, engine, release, postgresCount, pgpoolCount, addresses, others, timing, settings, images);
    }

    /** Returns this lab with other free settings. */
    Lab with(Settings free) {
        return new Lab(name, engine, release, postgresCount, pgpoolCount, addresses, credentials, timing, free, images);
    }
}
