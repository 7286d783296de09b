package org.pgpoollab.timeline;

import static org.pgpoollab.timeline.Event.Effect.CHANGE;
import static org.pgpoollab.timeline.Event.Effect.RECOVERY;
import static org.pgpoollab.timeline.Event.Effect.TROUBLE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgpoollab.timeline.Event.Effect;
import org.pgpoollab.timeline.Event.Kind;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.PgpoolTraits;
import org.pgpoollab.version.PostgresTraits;

/**
 * Reads events from the servers' own logs for times when no program watched the lab: PostgreSQL 13 to 18, repmgr 5.2 to 5.5, Pgpool-II
 * 4.1 to 4.7; texts that differ by version are in {@link PostgresTraits} and {@link PgpoolTraits}. It keeps only lines that report a change of the lab. It does not drop repeated lines; {@link EventDeduplicator} does.
 */
public final class ServerLogParser {

    private static final String NAMED_POOL = "\"(pgpool-\\d+):\\d+ [^\"]*\"";

    /**
     * The patterns of log lines with the texts of their events: {@code %node} is the node of the log, {@code %1} the pattern's first group.
     */
    private static final List<Memory> POSTGRES = List.of(
            memory(Kind.NODE, RECOVERY, "database system is ready to accept connections", "%node takes connections"),
            memory(Kind.NODE, RECOVERY, PostgresTraits.TAKES_READ_ONLY, "%node takes read-only connections"),
            memory(
                    Kind.NODE,
                    TROUBLE,
                    "received (smart|fast|immediate) shutdown request",
                    "PostgreSQL on %node received a stop request (%1)"),
            memory(
                    Kind.NODE,
                    TROUBLE,
                    "due to unexpected postmaster exit",
                    "PostgreSQL on %node ended without a stop request"),
            memory(
                    Kind.NODE,
                    TROUBLE,
                    "server process \\(PID \\d+\\) was terminated by (signal \\d+)",
                    "a server process of %node was ended by %1; PostgreSQL then ended all its sessions"),
            memory(
                    Kind.ROLE,
                    CHANGE,
                    "selected new timeline ID: (\\d+)",
                    "%node was promoted: it is primary now, on timeline %1"),
            memory(
                    Kind.REPLICATION,
                    RECOVERY,
                    "started streaming WAL from primary at \\S+ on timeline (\\d+)",
                    "%node streams from its primary, on timeline %1"),
            memory(
                    Kind.REPLICATION,
                    TROUBLE,
                    "replication terminated by primary server|could not receive data from WAL stream",
                    "%node stopped streaming: its primary ended the connection"),
            memory(
                    Kind.REPLICATION,
                    CHANGE,
                    "parameter \"synchronous_standby_names\" changed to \"(.*)\"",
                    "synchronous_standby_names on %node is '%1' now"),
            memory(
                    Kind.REPLICATION,
                    CHANGE,
                    "parameter \"synchronous_standby_names\" removed from configuration file",
                    "synchronous_standby_names on %node is the default now"));

    private static final List<Memory> REPMGR = List.of(
            memory(Kind.REPMGR, RECOVERY, "repmgrd \\(.*\\) starting up", "repmgrd started on %node"),
            memory(Kind.REPMGR, TROUBLE, "\\[NOTICE] TERM signal received", "repmgrd on %node received a stop request"),
            memory(
                    Kind.REPMGR,
                    TROUBLE,
                    "unable to reconnect to node \"(pg-\\d+)\".* after (\\d+) attempts",
                    "repmgrd on %node could not reach %1 in %2 attempts"),
            memory(
                    Kind.REPMGR,
                    CHANGE,
                    "this node is the (?:winner,|only available candidate and) will now promote itself",
                    "repmgrd on %node promotes %node"),
            memory(
                    Kind.REPMGR,
                    CHANGE,
                    "now following new upstream node \"(pg-\\d+)\"",
                    "repmgrd on %node makes %node follow %1"));

    private static final List<Memory> PGPOOL = List.of(
            memory(Kind.NODE, RECOVERY, "pgpool-II successfully started", "Pgpool-II started on %node"),
            memory(Kind.NODE, TROUBLE, PgpoolTraits.STOP_REQUEST, "Pgpool-II on %node received a stop request"),
            memory(Kind.BELIEF, TROUBLE, PgpoolTraits.FAILOVER_DONE, "%node led a failover: pgpools hold %1 down"),
            memory(Kind.BELIEF, RECOVERY, PgpoolTraits.FAILBACK_DONE, "%node led a failback: pgpools hold %1 up again"),
            memory(Kind.BELIEF, TROUBLE, "all backend nodes are down", "%node holds every backend down"),
            memory(Kind.WATCHDOG, CHANGE, PgpoolTraits.ROLE_TAKEN, "%node is %1 now"),
            memory(
                    Kind.WATCHDOG,
                    TROUBLE,
                    "watchdog node state changed from \\[[^]]*] to \\[(LOST|NETWORK ISOLATION|IN NETWORK TROUBLE)]",
                    "%node is %1 now"),
            memory(
                    Kind.WATCHDOG,
                    TROUBLE,
                    "remote node " + NAMED_POOL + " is lost",
                    "%node reports that %1 left the watchdog"),
            memory(Kind.WATCHDOG, TROUBLE, PgpoolTraits.SPLIT_BRAIN, "%node sees two leaders in the watchdog"),
            memory(Kind.QUORUM, TROUBLE, "We have lost the quorum", "%node reports that the quorum is lost"),
            memory(Kind.QUORUM, RECOVERY, "LOG:\\s+quorum found", "%node reports that the quorum exists"),
            memory(Kind.VIP, CHANGE, "successfully acquired the delegate IP", "VIP is on %node now"),
            memory(Kind.VIP, CHANGE, "successfully released the delegate IP", "%node released the VIP"),
            memory(Kind.VIP, TROUBLE, "failed to acquire the delegate IP", "%node could not take the VIP"));

    private record Memory(Kind kind, Effect effect, Pattern line, String text) {

        Optional<Event> of(Node node, String said, Instant at) {
            var found = line.matcher(said);
            return found.find()
                    ? Optional.of(
                            new Event(at, kind, effect, List.of(node.name()), words(node, found), Event.Source.LOG))
                    : Optional.empty();
        }

        private String words(Node node, Matcher found) {
            var words = text.replace("%node", node.name());
            for (var group = 1; group <= found.groupCount(); group++) {
                words = words.replace("%" + group, found.group(group));
            }
            return words;
        }
    }

    private ServerLogParser() {}

    private static Memory memory(Kind kind, Effect effect, String line, String text) {
        return new Memory(kind, effect, Pattern.compile(line), text);
    }

    /**
     * Parses one line of a log.
     *
     * @param file the log's name: {@code postgresql.log}, {@code repmgr.log} or {@code pgpool.log}
     * @param at the time of the line
     * @return the event; empty for most lines
     */
    public static Optional<Event> of(Node node, String file, String line, Instant at) {
        return table(file).stream()
                .flatMap(memory -> memory.of(node, line, at).stream())
                .findFirst();
    }

    /** Returns the patterns of a log's lines, in the order in which they are tried. */
    static List<Pattern> patterns(String file) {
        return table(file).stream().map(Memory::line).toList();
    }

    private static List<Memory> table(String file) {
        return switch (file) {
            case "postgresql.log" -> POSTGRES;
            case "repmgr.log" -> REPMGR;
            case "pgpool.log" -> PGPOOL;
            default -> List.of();
        };
    }
}
