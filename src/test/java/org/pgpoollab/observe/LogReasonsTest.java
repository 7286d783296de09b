package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogReasonsTest {

    private static final String AT = "2026-11-28 01:28:24.203 UTC [4555] ";
    private static final String ENDED = AT + "FATAL:  terminating connection due to administrator command";
    private static final String DOWN = AT + "LOG:  database system is shut down";
    private static final String REFUSED =
            AT + "FATAL:  could not start WAL streaming: ERROR:  replication slot \"repmgr_slot_1002\" does not exist";

    @Test
    void whyAServerEndedIsToldWithItsDetail() {
        var fatal = new LogReasons(List.of(
                        AT + "LOG:  database system is ready to accept read-only connections",
                        ENDED,
                        AT + "FATAL:  recovery aborted because of insufficient parameter settings",
                        AT
                                + "DETAIL:  max_connections = 20 is a lower setting than on the primary server, where its value was 236.",
                        DOWN))
                .fatal();

        assertEquals(
                "recovery aborted because of insufficient parameter settings: max_connections = 20 is a lower setting than on"
                        + " the primary server, where its value was 236.",
                fatal);
        assertEquals(Optional.of("max_connections"), LogReasons.culprit(fatal, List.of("max_connections")));
        assertEquals(Optional.empty(), LogReasons.culprit(fatal, List.of("ssl")));
    }

    @Test
    void aKeyThatIsMissingIsTheFaultOfSsl() {
        var fatal = new LogReasons(List.of(
                        ENDED,
                        AT + "FATAL:  could not load server certificate file \"server.crt\": No such file or directory",
                        DOWN))
                .fatal();

        assertEquals("could not load server certificate file \"server.crt\": No such file or directory", fatal);
        assertEquals(Optional.of("ssl"), LogReasons.culprit(fatal, List.of("ssl")));
    }

    @Test
    void aFileWithErrorsIsToldWithTheError() {
        var fatal = new LogReasons(List.of(
                        AT + "LOG:  invalid value for parameter \"wal_level\": \"none\"",
                        AT + "FATAL:  configuration file \"/run/lab/data/postgresql.auto.conf\" contains errors"))
                .fatal();

        assertEquals(
                "invalid value for parameter \"wal_level\": \"none\":"
                        + " configuration file \"/run/lab/data/postgresql.auto.conf\" contains errors",
                fatal);
        assertEquals(Optional.of("wal_level"), LogReasons.culprit(fatal, List.of("wal_level")));
    }

    @Test
    void aServerThatWasStoppedSaysNothing() {
        assertEquals("", new LogReasons(List.of(ENDED, REFUSED, DOWN)).fatal());
    }

    @Test
    void whatEndedOnlyASessionEndedNoServer() {
        var rejected =
                AT + "FATAL:  pg_hba.conf rejects replication connection for host \"10.77.0.12\", user \"repmgr\"";

        assertEquals("", new LogReasons(List.of(rejected)).fatal());
    }

    @Test
    void whyAStandbyGetsNoWalIsToldUntilItStreams() {
        assertEquals("replication slot \"repmgr_slot_1002\" does not exist", new LogReasons(List.of(REFUSED)).stream());
        assertEquals(
                "",
                new LogReasons(List.of(
                                REFUSED, AT + "LOG:  started streaming WAL from primary at 0/1000000 on timeline 1"))
                        .stream());
    }
}
