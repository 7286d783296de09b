package org.pgpoollab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.healthy;
import static org.pgpoollab.diagnosis.Told.assertFindings;

import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.ClientFacts;
import org.pgpoollab.cluster.RoleTrouble.Kind;

/** Tests findings that only a client's session reveals. */
class ClientHealthTest {

    @Test
    void aLimitThatSomebodySetIsTakenBackWhereItStands() {
        for (var pair : new String[][] {
            {"too many connections for role \"lab\"", "alter role lab connection limit -1"},
            {"database \"lab\" is not currently accepting connections", "alter database lab allow_connections true"},
            {"permission denied for database \"lab\"", "grant connect on database lab to lab"}
        }) {
            assertFindings(
                    "✗ clients are not served: " + pair[0] + "\n"
                            + "  because  somebody has set that in PostgreSQL; every server answers\n"
                            + "  try      exec pg-0 -- psql -U postgres -c \"" + pair[1] + "\"\n",
                    healthy().clientRefused("pgpool-0", pair[0]).clientRefused("pgpool-1", pair[0]));
        }
    }

    @Test
    void aPgpoolThatEndsEverySessionIsRestarted() {
        assertFindings("""
                ✗ a client is not served by pgpool-1: the session was ended
                  because  it logged in with the lab's user and password; pgpool-1 answers the lab
                  try      restart pgpool-1, or: logs pgpool-1
                """, healthy().clientsServed().clientRefused("pgpool-1", "the session was ended"));
    }

    @Test
    void aLabWhoseClientsAreServedIsHealthy() {
        assertFindings("", healthy().clientsServed());
    }

    @Test
    void aRoleWithAnotherPasswordIsNamedOnceAsTheCauseOfAllThatIsRefused() {
        var refused = "backend authentication failed";
        assertFindings(
                """
                ✗ role lab has another password than the lab's files
                  because  pgpool logs in for its clients with the password in pool_passwd: no client can log in through it
                  try      reconfigure
                """,
                healthy()
                        .clientRefused("pgpool-0", refused)
                        .clientRefused("pgpool-1", refused)
                        .vipClientRefused(refused)
                        .roleTrouble("lab", Kind.OTHER_PASSWORD));
    }

    @Test
    void theRoleThatReplicatesIsLookedAtToo() {
        assertFindings("""
                ✗ role repmgr has another password than the lab's files
                  because  a standby that reconnects is refused, and no node can be cloned or rejoined
                  try      reconfigure
                """, healthy().clientsServed().roleTrouble("repmgr", Kind.OTHER_PASSWORD));
    }

    @Test
    void aRoleOfPgpoolsChecksThatIsGoneIsNamed() {
        assertFindings("""
                ✗ role pgpool_check may not log in
                  because  the pgpools check their backends with this role: they mark a backend that refuses it as down
                  try      reconfigure
                """, healthy().clientsServed().roleTrouble("pgpool_check", Kind.NO_LOGIN));
    }

    @Test
    void aRoleFromWhichASettingTakesItsRightsIsNamed() {
        assertFindings("""
                ✗ role repmgr acts as another role, by its setting role
                  because  repmgr cannot promote, register or clone any node
                  try      reconfigure
                """, healthy().clientsServed().roleTrouble("repmgr", Kind.OTHER_ROLE));
        assertFindings(
                """
                ✗ role postgres acts as another role, by its setting role
                  because  new sessions of postgres may do less than this program and the pgpools need
                  try      reconfigure
                  hence    clients have the privileges of guest only: the sessions of lab act as guest
                """,
                healthy()
                        .clientsServed()
                        .vipClient(new ClientFacts(false, false, "guest"))
                        .roleTrouble("postgres", Kind.OTHER_ROLE));
    }

    @Test
    void onePgpoolThatRefusesThePasswordHasFilesOfItsOwn() {
        assertFindings("""
                ✗ a client is not served by pgpool-1: SCRAM authentication failed
                  because  PostgreSQL takes the lab's password: pool_passwd or pool_hba.conf of pgpool-1 is not the lab's
                  try      generate --force; restart pgpool-1
                """, healthy().clientsServed().clientRefused("pgpool-1", "SCRAM authentication failed"));
    }

    @Test
    void pgpoolsThatRefuseForTheSameReasonAreOneFinding() {
        var reason = "client authentication failed: no pool_hba.conf entry for host \"[local]\"";

        assertFindings(
                """
                ✗ a client is not served by pgpool-0, pgpool-1 and pgpool-2: client authentication failed: no pool_hba.conf entry for host "[local]"
                  because  pool_hba.conf of pgpool-0, pgpool-1 and pgpool-2 refuses the lab's user
                  try      generate --force; restart pgpool-0 pgpool-1 pgpool-2
                """,
                healthy()
                        .clientsServed()
                        .clientRefused("pgpool-0", reason)
                        .clientRefused("pgpool-1", reason)
                        .clientRefused("pgpool-2", reason)
                        .vipClientRefused("client authentication failed"));
    }

    @Test
    void aPoolHbaThatRefusesTheNetworkIsReadAgainByEveryPgpool() {
        assertFindings(
                """
                ✗ a client is not served through the VIP: client authentication failed: no pool_hba.conf entry for host "10.77.0.1"
                  because  pool_hba.conf of pgpool-0 refuses the lab's user from the network; that of the other pgpools shows only when they hold the VIP
                  try      generate --force; exec pgpool-0 -- pgpool -f /run/lab/pgpool.conf reload; exec pgpool-1 -- pgpool -f /run/lab/pgpool.conf reload; exec pgpool-2 -- pgpool -f /run/lab/pgpool.conf reload
                """,
                healthy()
                        .clientsServed()
                        .vipClientRefused(
                                "client authentication failed: no pool_hba.conf entry for host \"10.77.0.1\""));
    }

    @Test
    void sessionsWithThePrivilegesOfAnotherRoleAreTold() {
        assertFindings("""
                ✗ clients have the privileges of guest only: the sessions of lab act as guest
                  because  the setting role is on for the role or its database; sessions that are open keep it
                  try      exec pg-0 -- psql -U postgres -c "alter role lab reset role"; exec pg-0 -- psql -U postgres -c "alter role lab in database lab reset role"; exec pg-0 -- psql -U postgres -c "alter database lab reset role"; exec pg-0 -- psql -U postgres -c "alter role all reset role"
                """, healthy().clientsServed().vipClient(new ClientFacts(false, false, "guest")));
    }

    @Test
    void theVipThatServesNobodyIsTold() {
        assertFindings("""
                ✗ a client is not served through the VIP: connection refused
                  because  pgpool-0 holds it and answers the lab
                  try      logs pgpool-0
                """, healthy().clientsServed().vipClientRefused("connection refused"));
    }

    @Test
    void aClientThatIsNotServedWhileANodeIsSilentIsExplainedByThat() {
        var findings = Diagnosis.of(healthy()
                        .silent("pg-2")
                        .clientRefused("pgpool-0", "no answer in time")
                        .vipClientRefused("no answer in time")
                        .state())
                .findings();

        assertTrue(
                findings.stream().noneMatch(finding -> finding.problem().what().contains("client")),
                findings::toString);
    }

    @Test
    void commitsThatWaitForNobodyAreToldWithTheSettingAndWhoWaits() {
        assertFindings("""
                ✗ commits on pg-0 do not return: they wait for synchronous_standby_names = 'ghost'
                  because  it asks for 1 of ghost, and pg-1 and pg-2 stream; 2 sessions wait, first lab psql 10.77.0.20, for 34 s
                  try      psql --on pg-0 "alter system reset synchronous_standby_names"; psql --on pg-0 "select pg_reload_conf()"
                """, healthy().commitsWait("ghost", 34));
    }

    @Test
    void commitsThatWaitForAStandbyThatIsAwayWaitForThatOne() {
        var findings = Diagnosis.of(healthy()
                        .stopped("pg-2")
                        .commitsWait("FIRST 2 (\"pg-1\", \"pg-2\")", -1)
                        .state())
                .errors();

        assertTrue(
                findings.stream()
                        .anyMatch(finding -> finding.problem().what().startsWith("commits on pg-0 do not return")
                                && finding.problem().remedy().equals("reconfigure")),
                findings::toString);
    }

    @Test
    void commitsThatEnoughStandbysConfirmAreFine() {
        assertFindings("", healthy().commitsWait("ANY 1 (*)", -1));
        assertFindings("", healthy().commitsWait("2 (\"pg-1\", PG-2)", 1));
    }

    @Test
    void aStandbyThatDoesNotConfirmIsToldWhenSomebodyWaits() {
        assertFindings("""
                ✗ commits on pg-0 do not return: they wait for synchronous_standby_names = 'ANY 1 (*)'
                  because  a streaming standby does not confirm them: its replay may be paused, or its network cut; 2 sessions wait, first lab psql 10.77.0.20, for 5 s
                  try      reconfigure
                """, healthy().commitsWait("ANY 1 (*)", 5));
    }

    @Test
    void aPrimaryWhoseSessionsAreReadOnlyTakesNoWrites() {
        assertFindings("""
                ✗ clients cannot write: the sessions of lab are read-only
                  because  default_transaction_read_only is on for the role or its database
                  try      psql --on pg-0 "set transaction read write; alter role lab reset default_transaction_read_only"; psql --on pg-0 "set transaction read write; alter database lab reset default_transaction_read_only"
                """, healthy().clientsServed().vipClient(new ClientFacts(false, true, "")));
    }

    @Test
    void replayThatSomebodyHasPausedIsTold() {
        assertFindings("""
                ▲ replay is paused on pg-1: reads there return old data
                  because  somebody has called pg_wal_replay_pause()
                  try      psql --on pg-1 "select pg_wal_replay_resume()"
                """, healthy().replayPaused("pg-1"));
    }

    @Test
    void replayThatIsHeldBackOnPurposeIsHealed() {
        assertFindings(
                """
                ▲ replay is paused on pg-2: reads there return old data
                  because  broken on purpose: lag pg-2; it is 12 MB of WAL behind the primary
                  try      heal pg-2
                """, healthy().lsn("pg-0", "0/3C00148").replayPaused("pg-2").fault("lag pg-2"));
    }

    @Test
    void aDiskThatIsFullOnPurposeIsToldBeforeItDoesHarm() {
        assertFindings("""
                ▲ the disk of pg-0 is full
                  because  broken on purpose: fill pg-0; PostgreSQL ends when it needs a new WAL segment
                  try      heal pg-0
                """, healthy().fault("fill pg-0"));
    }

    @Test
    void aStandbyWithLessThanItsPrimaryIsToldBeforeItIsPaused() {
        assertFindings(
                """
                ✗ max_connections of pg-2 is 20, lower than 236 on pg-0
                  because  replay is paused for that; a standby with a lower value than its primary pauses its replay, and cannot be started again
                  try      psql --on pg-2 "alter system set max_connections = 236"; restart pg-2
                """,
                healthy()
                        .limit("pg-0", "max_connections", 236)
                        .limit("pg-2", "max_connections", 20)
                        .replayPaused("pg-2"));
    }
}
