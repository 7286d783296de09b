package org.pgpoollab.plan.step;

import java.time.Duration;
import org.pgpoollab.topology.Node;

/** Builds the shell lines of repairs, most of which run repmgr. */
public final class RepmgrLines {

    private static final String CONFIGURED = " -f /run/lab/repmgr.conf";
    private static final int REACH_SECONDS = 4;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private RepmgrLines() {}

    public static RunShellLine sql(Node node, String title, String statement, Duration limit) {
        var line = "psql -XAtq -h /run/postgresql -U postgres -d postgres -c \"" + statement + "\"";
        return new RunShellLine(node, title, line, limit, "logs " + node);
    }

    /** Returns a checkpoint. Without it the control file of a primary that was just promoted still has the old timeline. */
    public static RunShellLine checkpoint(Node primary) {
        return sql(primary, "write a checkpoint on " + primary, "checkpoint", LIMIT);
    }

    /** Creates a standby's replication slot if it is missing: without the slot the upstream refuses the standby. */
    public static RunShellLine slot(Node upstream, Node standby) {
        var name = "'" + RegistrationSql.slot(standby) + "'";
        return sql(
                upstream,
                "ensure that " + upstream + " has a slot for " + standby,
                "select pg_create_physical_replication_slot(" + name
                        + ", true) where not exists (select from pg_replication_slots where slot_name = " + name + ")",
                LIMIT);
    }

    /**
     * Checks the connection first, so that an unreachable primary is reported by its name within seconds. pg_isready limits only the
     * connection, not the resolution of the name, which hangs on a host without a network.
     */
    public static Step reach(Node node, Node primary) {
        return new PreconditionStep(new RunShellLine(
                node,
                "check that " + node + " reaches " + primary,
                "timeout " + REACH_SECONDS + " pg_isready -h " + primary + " -p 5432 -t 2 || { [ $? = 1 ] || echo "
                        + node + " does not reach " + primary + " within " + REACH_SECONDS + " s >&2; exit 1; }",
                Duration.ofSeconds(10),
                "heal"));
    }

    /**
     * Rejoins a node with an archive directory of its own. By default repmgr puts files into /tmp under the node's name, where labs would
     * overwrite each other's files.
     */
    public static RunShellLine rejoin(Node node, Node primary) {
        return new RunShellLine(
                node,
                "rejoin " + node + " to " + primary,
                "repmgr" + CONFIGURED + " node rejoin --no-wait --force-rewind --config-archive-dir=/run/lab -d 'host="
                        + primary + " port=5432 user=repmgr dbname=repmgr connect_timeout=2'",
                LIMIT,
                "reclone " + node);
    }

    /**
     * Registers a primary. Others are marked inactive first, because repmgr refuses to register a primary beside an active one. The commit
     * waits for no synchronous standby, because standbys wait until they know which node to follow.
     */
    static RunShellLine lead(Node primary) {
        return new RunShellLine(
                primary,
                "tell repmgr that " + primary + " is the primary",
                "PGOPTIONS='-c synchronous_commit=local' psql -XAtq -h /run/postgresql -U postgres -d repmgr -c \"update repmgr.nodes set active = false where type = 'primary' and node_id <> "
                        + primary.repmgrId() + "\" && repmgr" + CONFIGURED + " primary register --force",
                LIMIT,
                "logs " + primary);
    }

    public static RunShellLine register(Node node, Node upstream) {
        return new RunShellLine(
                node,
                "register " + node + " as a standby",
                "repmgr" + CONFIGURED + " standby register --force --upstream-node-id=" + upstream.repmgrId(),
                LIMIT,
                "reclone " + node);
    }

    public static RunShellLine unpause(Node node) {
        return new RunShellLine(
                node,
                "let the repmgrds promote again",
                "repmgr" + CONFIGURED + " service unpause",
                LIMIT,
                "start " + node);
    }

    /** Makes a node follow another one by the script that repmgrd uses; the script explains why. */
    public static RunShellLine follow(Node node, Node upstream) {
        return new RunShellLine(
                node,
                "let " + node + " follow " + upstream,
                "sh /run/lab/follow.sh " + upstream.repmgrId(),
                LIMIT.multipliedBy(2),
                "rejoin " + node);
    }

    /** Promotes by PostgreSQL's own function, which returns at once. repmgr polls once a second, which would extend the write outage. */
    public static RunShellLine takeOver(Node node) {
        return sql(node, "promote " + node, "select pg_promote()", LIMIT);
    }

    public static RunShellLine promote(Node node) {
        return new RunShellLine(
                node, "promote " + node, "repmgr" + CONFIGURED + " standby promote", LIMIT, "logs " + node);
    }
}
