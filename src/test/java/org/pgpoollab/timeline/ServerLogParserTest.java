package org.pgpoollab.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgpoollab.timeline.Event.Effect;
import org.pgpoollab.timeline.Event.Kind;
import org.pgpoollab.timeline.Event.Source;
import org.pgpoollab.topology.Node;

/** Tests the log parser with lines that real servers wrote: PostgreSQL 15, repmgr 5.3.3, Pgpool-II 4.3. */
class ServerLogParserTest {

    private static final Instant AT = Instant.parse("2026-11-23T12:19:43Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2026-11-23 12:19:15.182 UTC [9] LOG:  database system is ready to accept connections | pg-1 takes connections
            2026-11-23 12:19:15.182 UTC [9] LOG:  database system is ready to accept read-only connections | pg-1 takes read-only connections
            2020-11-23 12:19:15.182 UTC [9] LOG:  database system is ready to accept read only connections | pg-1 takes read-only connections
            2026-11-23 12:21:17.001 UTC [288] LOG:  received fast shutdown request | PostgreSQL on pg-1 received a stop request (fast)
            2026-11-23 12:19:43.107 UTC [61] FATAL:  terminating connection due to unexpected postmaster exit | PostgreSQL on pg-1 ended without a stop request
            2026-11-23 12:19:43.107 UTC [61] LOG:  server process (PID 77) was terminated by signal 9: Killed | a server process of pg-1 was ended by signal 9; PostgreSQL then ended all its sessions
            2026-11-23 12:19:58.204 UTC [291] LOG:  selected new timeline ID: 2 | pg-1 was promoted: it is primary now, on timeline 2
            2026-11-23 12:19:48.610 UTC [297] LOG:  started streaming WAL from primary at 0/1000000 on timeline 1 | pg-1 streams from its primary, on timeline 1
            2026-11-23 12:19:50.802 UTC [1] LOG:  parameter "synchronous_standby_names" changed to "ghost" | synchronous_standby_names on pg-1 is 'ghost' now
            2026-11-23 12:19:50.802 UTC [1] LOG:  parameter "synchronous_standby_names" removed from configuration file, reset to default | synchronous_standby_names on pg-1 is the default now
            2026-11-23 12:19:54.802 UTC [297] LOG:  replication terminated by primary server | pg-1 stopped streaming: its primary ended the connection
            """)
    void postgresql(String line, String text) {
        assertText(text, Node.postgres(1), "postgresql.log", line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [2026-11-23 12:19:15] [NOTICE] repmgrd (repmgrd 5.3.3) starting up | repmgrd started on pg-1
            [2026-11-23 12:19:22] [NOTICE] TERM signal received | repmgrd on pg-1 received a stop request
            [2026-11-23 12:19:57] [WARNING] unable to reconnect to node "pg-0" (ID: 1000) after 3 attempts | repmgrd on pg-1 could not reach pg-0 in 3 attempts
            [2026-11-23 12:19:57] [NOTICE] this node is the winner, will now promote itself and inform other nodes | repmgrd on pg-1 promotes pg-1
            [2026-11-23 12:20:00] [NOTICE] node "pg-1" (ID: 1001) now following new upstream node "pg-2" (ID: 1002) | repmgrd on pg-1 makes pg-1 follow pg-2
            """)
    void repmgr(String line, String text) {
        assertText(text, Node.postgres(1), "repmgr.log", line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2026-11-23 12:19:17.345: main pid 2: LOG:  pgpool-II successfully started. version 4.3.5 (tamahomeboshi) | Pgpool-II started on pgpool-1
            2026-11-23 12:19:28.345: main pid 2: LOG:  shutting down by signal 2 | Pgpool-II on pgpool-1 received a stop request
            2026-11-23 12:19:28.345: main pid 2: LOG:  received fast shutdown request | Pgpool-II on pgpool-1 received a stop request
            failover done. shutdown host pg-2(5432)2026-11-23 12:19:23.9: main pid 2: LOG:  failover done. shutdown host pg-2(5432) | pgpool-1 led a failover: pgpools hold pg-2 down
            2026-11-23 12:19:27.1: main pid 2: LOG:  failback done. reconnect host pg-2(5432) | pgpool-1 led a failback: pgpools hold pg-2 up again
            2026-11-23 12:19:23.9: main pid 2: LOG:  === Failover done. shutdown host pg-2(5432) === | pgpool-1 led a failover: pgpools hold pg-2 down
            2026-11-23 12:19:27.1: main pid 2: LOG:  === Failback done. reconnect host pg-2(5432) === | pgpool-1 led a failback: pgpools hold pg-2 up again
            2026-11-23 12:19:29.1: watchdog pid 5: LOG:  watchdog node state changed from [STANDING FOR LEADER] to [LEADER] | pgpool-1 is LEADER now
            2026-11-23 12:19:29.1: watchdog pid 5: LOG:  watchdog node state changed from [INITIALIZING] to [STANDBY] | pgpool-1 is STANDBY now
            2026-11-23 12:19:29.1: watchdog pid 5: LOG:  remote node "pgpool-0:5432 Linux pgpool-0" is lost | pgpool-1 reports that pgpool-0 left the watchdog
            2026-11-23 12:19:29.1: watchdog pid 5: LOG:  quorum found | pgpool-1 reports that the quorum exists
            2026-11-23 12:19:29.1: watchdog pid 5: LOG:  We have lost the quorum | pgpool-1 reports that the quorum is lost
            2026-11-23 12:19:29.1: watchdog_utility pid 9: LOG:  successfully acquired the delegate IP:"10.77.0.200" | VIP is on pgpool-1 now
            2026-11-23 12:19:29.1: watchdog_utility pid 9: LOG:  successfully released the delegate IP:"10.77.0.200" | pgpool-1 released the VIP
            """)
    void pgpool(String line, String text) {
        assertText(text, Node.pgpool(1), "pgpool.log", line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pgpool.log | 2026-11-23 12:19:29.1: watchdog pid 5: LOG:  watchdog node state changed from [DEAD] to [LOADING]
            pgpool.log | 2026-11-23 12:19:29.1: main pid 5: LOG:  child process with pid: 22 exits with status 256
            pgpool.log | 2026-11-23 12:19:29.1: main pid 5: LOG:  watchdog cluster now holds the quorum
            repmgr.log | [2026-11-23 12:19:43] [WARNING] reconnection to node "pg-1" (ID: 1001) failed
            postgresql.log | 2026-11-23 12:19:43.107 UTC [61] LOG:  redo starts at 0/195D760
            other.log | 2026-11-23 12:21:17.001 UTC [288] LOG:  received fast shutdown request
            """)
    void mostLinesAreNoEvent(String file, String line) {
        assertEquals(Optional.empty(), ServerLogParser.of(Node.pgpool(0), file, line, AT));
    }

    @Test
    void whatLogsTellTwiceOrWasSeenIsLeftOut() {
        var died = log(0, Kind.NODE, Effect.TROUBLE, "pg-1", "PostgreSQL on pg-1 died");
        var diedAgain = log(4, Kind.NODE, Effect.TROUBLE, "pg-1", "PostgreSQL on pg-1 died");
        var diedLater = log(60, Kind.NODE, Effect.TROUBLE, "pg-1", "PostgreSQL on pg-1 died");
        var seen = new Event(
                AT.plusSeconds(61), Kind.NODE, Effect.TROUBLE, List.of("pg-1"), "pg-1 stopped answering", Source.SEEN);
        var command = new Event(AT, Kind.COMMAND, Effect.CHANGE, List.of(), "PostgreSQL on pg-1 died", Source.COMMAND);

        assertEquals(
                List.of(died, diedLater),
                EventDeduplicator.leftOut(List.of(died, diedAgain, diedLater), List.of(command)));
        assertEquals(List.of(died), EventDeduplicator.leftOut(List.of(died, diedLater), List.of(seen)));
        assertEquals(List.of(), EventDeduplicator.leftOut(List.of(died), List.of(died)));
    }

    @Test
    void whatALogGoesOnSayingIsToldOnceUntilItSaysSomethingElse() {
        var down = IntStream.range(0, 5)
                .mapToObj(again -> log(6 * again, Kind.BELIEF, Effect.TROUBLE, "pgpool-0", "all are down"))
                .toList();
        var up = log(26, Kind.BELIEF, Effect.RECOVERY, "pgpool-0", "pg-0 is up again");
        var downAgain = log(32, Kind.BELIEF, Effect.TROUBLE, "pgpool-0", "all are down");

        assertEquals(
                List.of(down.get(0), up, downAgain),
                EventDeduplicator.leftOut(
                        Stream.concat(down.stream(), Stream.of(up, downAgain)).toList(), List.of()));
    }

    private static Event log(int seconds, Kind kind, Effect effect, String node, String text) {
        return new Event(AT.plusSeconds(seconds), kind, effect, List.of(node), text, Source.LOG);
    }

    private static void assertText(String text, Node node, String file, String line) {
        var event = ServerLogParser.of(node, file, line, AT).orElseThrow();

        assertEquals(text, event.text());
        assertEquals(AT, event.at());
        assertEquals(Source.LOG, event.source());
        assertEquals(List.of(node.name()), event.nodes());
    }
}
