package org.pgpoollab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.healthy;
import static org.pgpoollab.diagnosis.Told.assertFindings;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.ArchiverFacts;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.NodeFiles.Rewind;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.cluster.ServerFacts;
import org.pgpoollab.cluster.ServerFacts.SenderCount;

/** Tests that a node's files and log explain why it does not run, or receives no WAL. */
class NamedCausesTest {

    @Test
    void aNodeWithoutDataIsMadeAnew() {
        assertCause(files("", "", "", "", false), "its data directory is empty or incomplete", "reclone pg-2");
    }

    @Test
    void dataOfAnotherClusterIsReplaced() {
        assertCause(
                files("700", "99", "", "", true),
                "its data is that of another cluster, with the system identifier 99",
                "reclone pg-2");
    }

    @Test
    void dataOfAnotherClusterIsReplacedAlsoWhereItsServerRuns() {
        assertCause(
                new NodeFiles(true, true, "", "99", "", "", Rewind.NONE, ""),
                "its data is that of another cluster, with the system identifier 99",
                "reclone pg-2");
    }

    @Test
    void aStandbyOfAnotherClusterIsMadeAnewInsteadOfFollowing() {
        assertFindings("""
                ✗ pg-2 is a standby, but does not stream
                  because  pg-2 has no WAL receiver; its data is that of another cluster than pg-0's; all pgpools hold it up
                  try      reclone pg-2
                """, healthy().notStreaming("pg-2").system("pg-0", "42").system("pg-2", "99"));
    }

    @Test
    void aStandbyForWhichNoSenderIsLeftIsNotToldToFollow() {
        assertFindings(
                """
                ▲ pg-0 has 2 of the 2 WAL senders that it may have
                  because  max_wal_senders refuses any more: a standby that reconnects, and a copy of its data
                  try      psql --on pg-0 "alter system reset max_wal_senders"; restart pg-0
                  hence    pg-2 is a standby, but does not stream
                """,
                healthy()
                        .notStreaming("pg-2")
                        .server("pg-0", facts -> with(facts, facts.slot(), facts.archiver(), new SenderCount(2, 2))));
    }

    @Test
    void aNodeThatIsHalfRewoundIsNotToldToStart() {
        assertCause(halfRewound(true), "a rewind of its data was started and not completed", "rejoin pg-2");
        assertCause(halfRewound(false), "a rewind of its data was started and not completed", "reclone pg-2");
    }

    private static NodeFiles halfRewound(boolean canBeDoneAgain) {
        var mark = canBeDoneAgain ? Rewind.CAN_BE_DONE_AGAIN : Rewind.CANNOT_BE_DONE_AGAIN;
        return new NodeFiles(false, true, "700", "42", "", "", mark, "");
    }

    @Test
    void aDirectoryThatOthersMayReadIsClosed() {
        assertCause(
                files("777", "42", "", "", true),
                "its data directory has mode 777, which PostgreSQL refuses",
                "exec pg-2 -- chmod 700 /run/lab/data; start pg-2; wait pg-2 is streaming for 30s; attach pg-2");
    }

    @Test
    void theSettingThatTheLogBlamesIsTakenBack() {
        assertCause(
                files("700", "42", "could not load server certificate file \"server.crt\"", "ssl", true),
                "its log ends with: could not load server certificate file \"server.crt\"",
                "exec pg-2 -- sed -i /^ssl/d /run/lab/data/postgresql.auto.conf; start pg-2;"
                        + " wait pg-2 is streaming for 30s; attach pg-2");
    }

    @Test
    void aStandbyThatWasStoppedIsStarted() {
        assertCause(files("700", "42", "", "", true), "", "start pg-2; wait pg-2 is streaming for 30s; attach pg-2");
    }

    @Test
    void aServerThatWaitsForItsSessionsIsStoppedInFastModeAndNotStarted() {
        assertCause(
                STOPPING,
                "it was asked to shut down, and goes on running until its sessions have ended",
                "restart pg-2 --mode fast; wait pg-2 is streaming for 30s; attach pg-2");
    }

    @Test
    void anOldPrimaryThatWaitsForItsSessionsIsStoppedBeforeItIsRewound() {
        var remedy = Diagnosis.of(healthy()
                        .primary("pg-1")
                        .repmgrType("pg-1", "primary", "")
                        .silent("pg-0")
                        .files("pg-0", STOPPING)
                        .state())
                .errors()
                .get(0)
                .problem()
                .remedy();

        assertEquals("stop pg-0 --mode fast; rejoin pg-0", remedy);
    }

    private static final NodeFiles STOPPING = new NodeFiles(
            true,
            true,
            "",
            "",
            "",
            "",
            NodeFiles.Rewind.NONE,
            "",
            NodeFiles.RUNS.history(),
            NodeFiles.Replayed.UNKNOWN,
            true,
            ObservationContext.ENOUGH);

    @Test
    void allFaultsOfANodeAreNamedAndRemovedTogether() {
        var state = healthy()
                .silent("pgpool-1")
                .fault("pause pgpool-1")
                .fault("lie pgpool-1 pg-1")
                .fault("cut pg-0 pgpool-1")
                .state();

        var problem = Diagnosis.of(state).causes().stream()
                .filter(finding -> finding.isFoundBy(SilentPgpool.class))
                .findFirst()
                .orElseThrow()
                .problem();

        assertTrue(
                problem.why().contains("broken on purpose: pause pgpool-1, lie pgpool-1 pg-1, cut pg-0 pgpool-1"),
                problem.why());
        assertEquals("heal pgpool-1", problem.remedy());
    }

    @Test
    void aFaultThatNoFindingNamesIsKnown() {
        var state = healthy()
                .fault("lie pgpool-1 pg-1")
                .fault("cut pg-0 pgpool-1 --port 22")
                .state();

        assertEquals(
                List.copyOf(state.faults().all()),
                ImposedFaults.unnamed(state, Diagnosis.of(state).findings()));
    }

    @Test
    void aSlotThatIsMissingIsMade() {
        assertFindings(
                """
                ✗ pg-2 is a standby, but does not stream
                  because  pg-2 has no WAL receiver; its slot repmgr_slot_1002 does not exist on pg-0; all pgpools hold it up
                  try      psql --on pg-0 "select pg_create_physical_replication_slot('repmgr_slot_1002', true)"; wait pg-2 is streaming for 30s; attach pg-2
                """,
                withSlot(healthy().notStreaming("pg-2"))
                        .files("pg-2", streamEnded("replication slot \"repmgr_slot_1002\" does not exist")));
    }

    /** The slot of a standby that follows another standby is there, and not on the primary. */
    @Test
    void aSlotOfWhichTheLogSaysNothingIsNotMissed() {
        assertFindings(
                """
                ✗ pg-2 is a standby, but does not stream
                  because  pg-2 has no WAL receiver; its log says: connection to server at "pg-1" failed: Connection refused; all pgpools hold it up
                  try      follow pg-2, or: reconfigure
                """,
                withSlot(healthy().notStreaming("pg-2"))
                        .files("pg-2", streamEnded("connection to server at \"pg-1\" failed: Connection refused")));
    }

    private static NodeFiles streamEnded(String words) {
        return new NodeFiles(true, true, "", "", "", "", Rewind.NONE, words);
    }

    @Test
    void aStandbyWhoseWalIsGoneIsMadeAnewAtOnce() {
        var words = "requested WAL segment 000000010000000000000003 has already been removed";
        assertFindings(
                """
                ✗ pg-2 is a standby, but does not stream
                  because  pg-2 has no WAL receiver; WAL that it needs is gone from pg-0; all pgpools hold it up
                  try      reclone pg-2
                """,
                healthy()
                        .notStreaming("pg-2")
                        .files("pg-2", new NodeFiles(true, true, "", "", "", "", Rewind.NONE, words)));
    }

    @Test
    void aPrimaryThatRejectsReplicationReadsTheLabsOwnFile() {
        var words =
                "could not connect to the primary server: FATAL:  pg_hba.conf rejects replication connection for host \"10.0.0.3\"";
        assertFindings(
                """
                ✗ pg-2 is a standby, but does not stream
                  because  pg-2 has no WAL receiver; its log says: could not connect to the primary server: FATAL:  pg_hba.conf rejects replication connection for host "10.0.0.3"; all pgpools hold it up
                  try      generate --force; psql --on pg-0 "select pg_reload_conf()"; wait pg-2 is streaming for 30s; attach pg-2
                """,
                healthy()
                        .notStreaming("pg-2")
                        .files("pg-2", new NodeFiles(true, true, "", "", "", "", Rewind.NONE, words)));
    }

    @Test
    void archivingThatFailsIsTold() {
        var failing = new ArchiverFacts("000000010000000000000003", Given.ago(9), 7);
        assertFindings("""
                ▲ archiving fails on pg-0: WAL piles up until its disk is full
                  because  archive_command has failed 7 times, the last time 9 s ago, for 000000010000000000000003
                  try      psql --on pg-0 "alter system set archive_command = '/bin/true'"; psql --on pg-0 "select pg_reload_conf()"
                """, healthy().server("pg-0", facts -> with(facts, facts.slot(), failing, facts.senders())));
    }

    @Test
    void sendersThatAreAllInUseAreTold() {
        assertFindings(
                """
                ▲ pg-0 has 10 of the 10 WAL senders that it may have
                  because  max_wal_senders refuses any more: a standby that reconnects, and a copy of its data
                  try      psql --on pg-0 "select pg_terminate_backend(pid) from pg_stat_replication where application_name !~ '^pg-[0-9]+$'"
                """,
                healthy()
                        .server("pg-0", facts -> with(facts, facts.slot(), facts.archiver(), new SenderCount(10, 10))));
    }

    @Test
    void whatIsTooLowOnAStandbyThatEndedForItIsRaisedAndNotTakenOut() {
        assertCause(
                files(
                        "700",
                        "42",
                        "recovery aborted because of insufficient parameter settings: max_connections = 195 is a lower setting"
                                + " than on the primary server, where its value was 300.",
                        "max_connections",
                        true),
                "max_connections = 195 is a lower setting",
                "exec pg-2 -- sh -c \"echo max_connections = 300 >> /run/lab/data/postgresql.auto.conf\"; start pg-2;"
                        + " wait pg-2 is streaming for 30s; attach pg-2");
    }

    private static Given withSlot(Given lab) {
        return lab.server("pg-2", facts -> with(facts, "repmgr_slot_1002", facts.archiver(), facts.senders()));
    }

    private static ServerFacts with(ServerFacts facts, String slot, ArchiverFacts archiver, SenderCount senders) {
        return new ServerFacts(
                facts.system(),
                slot,
                facts.replayPaused(),
                facts.readOnly(),
                facts.limits(),
                facts.commits(),
                archiver,
                senders);
    }

    private static NodeFiles files(String mode, String system, String fatal, String culprit, boolean data) {
        return new NodeFiles(false, data, mode, system, fatal, culprit, Rewind.NONE, "");
    }

    private static void assertCause(NodeFiles files, String why, String remedy) {
        var lab = healthy().stopped("pg-2").files("pg-2", files).system("pg-0", "42");

        var found = Diagnosis.of(lab.state()).errors().get(0).problem();

        assertTrue(found.why().contains(why), found::text);
        assertEquals(remedy, found.remedy());
    }
}
