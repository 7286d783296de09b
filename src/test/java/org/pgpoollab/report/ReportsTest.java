package org.pgpoollab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.healthy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.cluster.MachineLoad;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

class ReportsTest {

    private static final String TIMEOUT = "Connection to 10.77.0.31:5432 timed out";

    @Test
    void theStatusOfAHealthyLabIsOnePageWithoutFindings() {
        assertLines("""
                lab demo · native   VIP 10.77.0.200 on pgpool-0   quorum 3 of 3   ● healthy

                node  says of itself  TL  WAL position  behind  replication          repmgr
                pg-0  ● primary        1  0/3000148          -  2 standbys           primary
                pg-1  ○ standby        1  0/3000148        0 B  streaming from pg-0  ← pg-0
                pg-2  ○ standby        1  0/3000148        0 B  streaming from pg-0  ← pg-0

                node      watchdog   VIP  quorum        primary  backends
                pgpool-0  ★ LEADER   ◆    QUORUM EXIST  pg-0     ● 3 of 3 up
                pgpool-1  ○ STANDBY       QUORUM EXIST  pg-0     ● 3 of 3 up
                pgpool-2  ○ STANDBY       QUORUM EXIST  pg-0     ● 3 of 3 up
                """, new StatusReport(healthy().state()));
    }

    @Test
    void aSilentNodeShowsWhyAndForHowLong() {
        assertLines("""
                lab demo · native   VIP 10.77.0.200 on pgpool-0   quorum 2 of 3   ✗ 2 problems

                node  says of itself  TL  WAL position  behind  replication          repmgr
                pg-0  ● primary        1  0/3000148          -  1 standby            primary
                pg-1  ○ standby        1  0/3000148        0 B  streaming from pg-0  ← pg-0
                pg-2  ✗ refused 4 s    ?  ?                  ?  ?                    ← pg-0, inactive

                node      watchdog              VIP  quorum        primary  backends
                pgpool-0  ★ LEADER              ◆    QUORUM EXIST  pg-0     ▲ 2 of 3 up, pg-2 down
                pgpool-1  ✗ timeout 1 min 15 s       ?             ?        ✗ timeout 1 min 15 s
                pgpool-2  ○ STANDBY                  QUORUM EXIST  pg-0     ● 3 of 3 up

                ✗ pg-2 does not answer: connection refused, for 4 s
                  because  pgpool-0 holds it down; pgpool-2 holds it up; repmgr has it as an inactive standby
                  try      start pg-2; wait pg-2 is streaming for 30s; attach pg-2
                ✗ pgpool-1 does not answer: Connection to 10.77.0.31:5432 timed out, for 1 min 15 s
                  because  pgpool-0, the leader, has it as LOST
                  try      start pgpool-1
                  hence    the loss of one more pgpool ends the quorum, and with it the VIP
                """, new StatusReport(troubled()));
    }

    @Test
    void aSecondPrimaryAndASecondVipHolderAreBad() {
        var report = new StatusReport(healthy()
                .primary("pg-1")
                .timeline("pg-1", 2)
                .upstream("pg-2", "pg-1")
                .vipOn("pgpool-0", "pgpool-2")
                .state());

        var lines = report.lines(TerminalLook.PLAIN);

        assertTrue(lines.get(0).contains("✗ VIP 10.77.0.200 on pgpool-0 and pgpool-2"), lines.get(0));
        assertTrue(lines.get(3).startsWith("pg-0  ✗ primary "), lines.get(3));
        assertTrue(lines.get(4).startsWith("pg-1  ● primary "), lines.get(4));
        assertTrue(lines.get(8).contains("◆ !"), lines.get(8));
    }

    @Test
    void aLabWithOnePgpoolShowsNoWatchdog() {
        assertLines("""
                lab demo · native   VIP 10.77.0.200 on pgpool-0   no watchdog   ● healthy

                node  says of itself  TL  WAL position  behind  replication  repmgr
                pg-0  ● primary        1  0/3000148          -  0 standbys   primary

                node      watchdog  VIP  quorum  primary  backends
                pgpool-0  ● up      ◆    -       pg-0     ● 1 of 1 up
                """, new StatusReport(healthy(1, 1).state()));
    }

    @Test
    void whatNobodyAskedIsGreyAndNeverGreen() {
        var state = healthy(2, 1).unasked("pg-1").state();

        var lines = new StatusReport(state).lines(TerminalLook.PLAIN);

        assertTrue(lines.get(0).endsWith("· not known yet"), lines.get(0));
        assertEquals("pg-1  · not asked yet   ?  ?                  ?  ?            ← pg-0", lines.get(4));
    }

    @Test
    void inAsciiNothingElseIsPrinted() {
        for (var report : all(troubled())) {
            var text = String.join("\n", report.lines(TerminalLook.ASCII));

            assertTrue(text.chars().allMatch(letter -> letter < 127), text);
        }
    }

    @Test
    void colourNeverCarriesMeaningAlone() {
        for (var report : all(troubled())) {
            var painted = report.lines(TerminalLook.COLOUR).stream()
                    .map(line -> line.replaceAll("\u001b\\[[0-9]*m", ""))
                    .toList();

            assertEquals(report.lines(TerminalLook.PLAIN), painted);
        }
    }

    @Test
    void whatIsMissingWhileTheLabStartsIsNoProblem() {
        var starting = healthy()
                .silent("pg-1")
                .silent("pgpool-2")
                .context(new ObservationContext(true, MachineLoad.UNKNOWN))
                .state();

        var text = String.join("\n", new StatusReport(starting).lines(TerminalLook.PLAIN));

        assertTrue(text.lines().findFirst().orElseThrow().endsWith("starting"), text);
        assertFalse(text.contains("does not answer"), text);
        assertEquals(
                List.of("· up is bringing it up just now: wait cluster is healthy"),
                new DiagnosisReport(starting, false, List.of(), List.of()).lines(TerminalLook.PLAIN));
        assertEquals(true, new StatusReport(starting).json().get("starting"));
    }

    @Test
    void whatOtherToolsHaveBrokenStandsBeforeTheFindings() {
        var seen = List.of(
                "by hand on pg-1: process 7 is stopped by a signal", "  undo it: exec --root pg-1 -- kill -CONT 7");
        var state = healthy().silent("pg-1").state();

        var lines = new DiagnosisReport(state, false, seen, List.of()).lines(TerminalLook.PLAIN);

        assertEquals(seen, lines.subList(0, 2));
        assertTrue(lines.get(3).startsWith("✗ pg-1 does not answer"), lines::toString);
    }

    @Test
    void whatIsFoundAtThisVeryLookHasNoDuration() {
        var state = healthy()
                .silent("pg-1", "the host is off", Given.NOW.minusMillis(654))
                .state();

        var text = String.join("\n", new StatusReport(state).lines(TerminalLook.PLAIN));

        assertTrue(text.contains("pg-1 does not answer: the host is off\n"), text);
        assertFalse(text.contains("ms"), text);
    }

    @Test
    void statusAsJsonNamesTheVersionsWithWhichTheLabWasStarted() {
        var versions =
                ProgramVersions.of(ProgramVersion.of(17), ProgramVersion.of(5, 5, 0), ProgramVersion.of(4, 6, 1));
        var known = healthy().context(ObservationContext.NONE.with(versions)).state();

        assertEquals(
                Map.of("postgres", "17", "repmgr", "5.5.0", "pgpool", "4.6.1"),
                new StatusReport(known).json().get("programs"));
    }

    @Test
    void statusAsJsonIsAContract() {
        var json = new StatusReport(troubled()).json();

        assertEquals(
                List.of(
                        "lab",
                        "engine",
                        "at",
                        "healthy",
                        "starting",
                        "problems",
                        "vip",
                        "faults",
                        "quorum",
                        "postgres",
                        "pgpool",
                        "release",
                        "programs"),
                List.copyOf(json.keySet()));
        assertEquals("demo", json.get("lab"));
        assertEquals("native", json.get("engine"));
        assertEquals(false, json.get("healthy"));
        assertEquals(Map.of("address", "10.77.0.200", "holders", List.of("pgpool-0")), json.get("vip"));
        assertEquals(
                Map.of("state", "QUORUM EXIST", "present", true, "alive", 2, "needed", 2, "total", 3),
                json.get("quorum"));
        assertEquals(
                List.of("severity", "what", "why", "remedy", "check", "commands"),
                List.copyOf(list(json, "problems").get(0).keySet()));
    }

    @Test
    void aPostgresNodeAsJson() {
        var nodes = list(new StatusReport(troubled()).json(), "postgres");

        assertEquals(
                "{name=pg-1, state=standby, reason=, forSeconds=null, timeline=1, lsn=0/3000148, replayedLsn=0/3000148, "
                        + "lagBytes=0, replication=streaming, streaming=true, upstream=pg-0, standbys=[], "
                        + "startedAt=2026-01-01T11:00:00Z, repmgr={role=standby, active=true, upstream=pg-0, daemon=true}}",
                nodes.get(1).toString());
        assertEquals(
                "{name=pg-2, state=unreachable, reason=connection refused, forSeconds=4, timeline=null, lsn=null, "
                        + "replayedLsn=null, lagBytes=null, replication=null, streaming=null, upstream=null, standbys=null, "
                        + "startedAt=null, repmgr={role=standby, active=false, upstream=pg-0, daemon=null}}",
                nodes.get(2).toString());
    }

    @Test
    void aPgpoolAsJson() {
        var pools = list(new StatusReport(troubled()).json(), "pgpool");

        assertEquals(
                List.of("name", "reachable", "reason", "forSeconds", "watchdog", "vip", "quorum", "leader", "backends"),
                List.copyOf(pools.get(0).keySet()));
        assertTrue(list(pools.get(0), "backends")
                .get(0)
                .keySet()
                .containsAll(List.of("node", "status", "pgStatus", "role", "pgRole", "replicationState")));
        assertEquals(
                "{name=pgpool-1, reachable=false, reason=" + TIMEOUT
                        + ", forSeconds=75, watchdog=null, vip=false, quorum=null, leader=null, backends=[]}",
                pools.get(1).toString());
    }

    @Test
    void aQuorumOfWhichNobodySpeaksIsUnknown() {
        var leaderless =
                new StatusReport(healthy().watchdog("pgpool-0", "STANDBY").state()).json();
        var single = new StatusReport(healthy(1, 1).state()).json();

        assertEquals(
                "{state=UNKNOWN, present=null, alive=3, needed=2, total=3}",
                leaderless.get("quorum").toString());
        assertEquals(
                "{state=NO WATCHDOG, present=null, alive=1, needed=1, total=1}",
                single.get("quorum").toString());
    }

    @Test
    void nodesShowWhatPostgresAndRepmgrSay() {
        assertLines("""
                node  says of itself  TL  written    replayed   behind  replication          sends to  up for  repmgrd
                pg-0  ● primary        1  0/3000148  0/3000148       -  1 standby            pg-1      1 h     ● running
                pg-1  ○ standby        1  0/3000148  0/3000148     0 B  streaming from pg-0            1 h     ● running
                pg-2  ✗ refused 4 s    ?  ?          ?               ?  ?                    ?         ?       ✗ refused 4 s

                repmgr.nodes as pg-0 stores it
                node_id  node_name  type     active  upstream
                   1000  pg-0       primary  ● yes
                   1001  pg-1       standby  ● yes   pg-0
                   1002  pg-2       standby  ▲ no    pg-0
                """, new NodesReport(troubled()));
    }

    @Test
    void withoutPrimaryTheNextBestCopyOfRepmgrsTableIsShownAsSuch() {
        var lines = new NodesReport(healthy().silent("pg-0").state()).lines(TerminalLook.PLAIN);

        assertTrue(lines.contains("repmgr.nodes as pg-1 stores it"), lines.toString());
        assertTrue(lines.contains("   1000  pg-0       primary !  ● yes"), lines.toString());
    }

    @Test
    void poolNodesHasTheColumnsOfPgpool() {
        assertLines("""
                node_id  hostname  port  status  pg_status  lb_weight  role     pg_role  select_cnt  load_balance_node  replication_delay  replication_state  replication_sync_state  last_status_change
                      0  pg-0      5432  ● up    ● up        0.333333  primary  primary           0  false                              0                                             2026-01-01 11:00:00
                      1  pg-1      5432  ● up    ● up        0.333333  standby  standby           0  true                               0  streaming          async                   2026-01-01 11:00:00
                      2  pg-2      5432  ✗ down  ● up        0.333333  standby  standby           0  false                              0  streaming          async                   2026-01-01 11:00:00
                """, new PoolNodesReport(troubled(), Node.pgpool(0)));
    }

    @Test
    void poolNodesOfASilentPgpoolIsAProblem() {
        var refusal = assertThrows(LabException.class, () -> new PoolNodesReport(troubled(), Node.pgpool(1)));

        assertEquals(
                "pgpool-1 does not answer show pool_nodes",
                refusal.problems().get(0).what());
        assertEquals(TIMEOUT + ", for 1 min 15 s", refusal.problems().get(0).why());
    }

    @Test
    void sideBySideMarksWhereThePgpoolsDisagree() {
        assertLines("""
                node  says of itself  pgpool-0        pgpool-1              pgpool-2
                pg-0  ● primary       ● up primary    ✗ timeout 1 min 15 s  ● up primary
                pg-1  ○ standby       ○ up standby    ✗ timeout 1 min 15 s  ○ up standby
                pg-2  ✗ refused 4 s   ✗ down standby  ✗ timeout 1 min 15 s  ○ up standby !

                ! differs from the other pgpools, or from what PostgreSQL says of itself
                """, new PoolNodesSideBySide(troubled()));
    }

    @Test
    void theMajorityIsNotMarked() {
        var lab = healthy().role("pgpool-0", "pg-1", "primary").status("pgpool-2", "pg-2", "down");

        assertLines("""
                node  says of itself  pgpool-0        pgpool-1      pgpool-2
                pg-0  ● primary       ● up primary    ● up primary  ● up primary
                pg-1  ○ standby       ● up primary !  ○ up standby  ○ up standby
                pg-2  ○ standby       ○ up standby    ○ up standby  ✗ down standby !

                ! differs from the other pgpools, or from what PostgreSQL says of itself
                """, new PoolNodesSideBySide(lab.state()));
    }

    @Test
    void pgpoolsThatAllWriteToTheWrongNodeAreMarkedByPostgres() {
        var lab = healthy(2, 2).role("pgpool-0", "pg-1", "primary").role("pgpool-1", "pg-1", "primary");

        var lines = new PoolNodesSideBySide(lab.state()).lines(TerminalLook.PLAIN);

        assertEquals("pg-1  ○ standby       ● up primary !  ● up primary !", lines.get(2));
    }

    @Test
    void sideBySideAsJsonSaysWhoDisagrees() {
        var backends = list(new PoolNodesSideBySide(troubled()).json(), "backends");

        assertEquals(
                "[{name=pgpool-0, reason=, status=down, pgStatus=up, role=standby, pgRole=standby, disagrees=false}, "
                        + "{name=pgpool-1, reason=" + TIMEOUT
                        + ", status=null, pgStatus=null, role=null, pgRole=null, disagrees=null}, "
                        + "{name=pgpool-2, reason=, status=up, pgStatus=up, role=standby, pgRole=standby, disagrees=true}]",
                backends.get(2).get("pgpool").toString());
    }

    @Test
    void theWatchdogShowsWhoSeesWhomHow() {
        assertLines("""
                node      says of itself        leader    quorum        VIP
                pgpool-0  ★ LEADER              pgpool-0  QUORUM EXIST  ◆
                pgpool-1  ✗ timeout 1 min 15 s  ?         ?
                pgpool-2  ○ STANDBY             pgpool-0  QUORUM EXIST

                seen      by pgpool-0  by pgpool-1  by pgpool-2
                pgpool-0  ★ LEADER     ?            ★ LEADER
                pgpool-1  ▲ LOST       ?            ▲ LOST
                pgpool-2  ○ STANDBY    ?            ○ STANDBY
                """, new WatchdogReport(troubled()));
    }

    @Test
    void aMemberThatTheLabDoesNotHaveIsShownToo() {
        var lines = new WatchdogReport(Given.healthy().counting("pgpool-3").state()).lines(TerminalLook.PLAIN);

        assertEquals(
                "pgpool-3  ▲ DEAD       ▲ DEAD       ▲ DEAD",
                lines.get(lines.size() - 1).strip());
    }

    @Test
    void aSinglePgpoolHasNoWatchdogToShow() {
        assertLines(
                "a lab with one pgpool has no watchdog: the lab itself sets the VIP\n",
                new WatchdogReport(healthy(1, 1).state()));
    }

    private static ClusterState troubled() {
        return healthy()
                .stopped("pg-2")
                .status("pgpool-2", "pg-2", "up")
                .silent("pgpool-1", TIMEOUT, ago(75))
                .watchdog("pgpool-1", "LOST")
                .state();
    }

    private static List<Report> all(ClusterState state) {
        return List.of(
                new StatusReport(state),
                new NodesReport(state),
                new PoolNodesReport(state, Node.pgpool(0)),
                new PoolNodesSideBySide(state),
                new WatchdogReport(state),
                new StatusReport(Given.healthy().state()));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> json, String key) {
        return (List<Map<String, Object>>) json.get(key);
    }

    private static void assertLines(String expected, Report report) {
        assertEquals(expected, String.join("\n", report.lines(TerminalLook.PLAIN)) + "\n");
    }
}
