package org.pgpoollab.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.given;
import static org.pgpoollab.cluster.Given.healthy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.cluster.MachineLoad;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.topology.Node;

class ReconfigurationTest {

    private static final OfflineNode WAS_PRIMARY = new OfflineNode(false, true, false, 1);
    private static final OfflineNode FROZEN_PRIMARY = new OfflineNode(true, true, false, 1);
    private static final OfflineNode FROZEN_STANDBY = new OfflineNode(true, true, true, 1);
    private static final ObservationContext TOO_BUSY =
            new ObservationContext(false, new MachineLoad(50, 2, Duration.ofSeconds(6), Duration.ofSeconds(5)));
    private static final OfflineNode HANGING_POOL = new OfflineNode(true, true, true, 0);
    private static final OfflineNode GONE = new OfflineNode(false, false, false, 0);

    /** A lab after a failover: pg-1 is primary, pg-2 follows it, every pgpool writes to pg-1, and pg-0 does not answer. */
    private static Given failedOver() {
        var lab = healthy()
                .primary("pg-1")
                .timeline("pg-1", 2)
                .timeline("pg-2", 2)
                .upstream("pg-2", "pg-1")
                .status("pg-0", "down")
                .silent("pg-0")
                .repmgrActive("pg-0", false);
        return ledBy(lab);
    }

    /** A lab after a failover in which the old primary runs as a second primary. */
    private static Given twoPrimaries() {
        var lab = healthy()
                .primary("pg-1")
                .timeline("pg-1", 2)
                .timeline("pg-2", 2)
                .upstream("pg-2", "pg-1")
                .status("pg-0", "down")
                .repmgrActive("pg-0", false);
        return ledBy(lab);
    }

    /** Makes every pgpool write to pg-1. */
    private static Given ledBy(Given lab) {
        Stream.of("pgpool-0", "pgpool-1", "pgpool-2").forEach(pool -> lab.role(pool, "pg-1", "primary"));
        return lab;
    }

    /** A lab in which pg-1 was promoted while every pgpool had marked it down: they search for a primary among the others for ever. */
    private static Given deaf() {
        return failedOver().status("pg-1", "down").queriesUnanswered("pgpool-0", "no answer within 2 s", ago(9));
    }

    static Stream<Arguments> situations() {
        return Stream.of(
                Arguments.of("a healthy lab", healthy(), Map.of(), "pg-0: "),
                Arguments.of("a standby stopped", healthy().stopped("pg-2"), Map.of(), "pg-0: start pg-2"),
                Arguments.of(
                        "a standby stopped for longer than its slot could hold WAL",
                        healthy().stopped("pg-2").lostSlot("pg-0", "repmgr_slot_1002"),
                        Map.of(),
                        "pg-0: reclone pg-2"),
                Arguments.of(
                        "a server runs on another cluster's data, and does not know the lab's roles",
                        healthy()
                                .silent("pg-2")
                                .system("pg-0", "42")
                                .files("pg-2", new NodeFiles(true, true, "", "99", "", "", NodeFiles.Rewind.NONE, "")),
                        Map.of("pg-2", new OfflineNode(true, true, true, 1)),
                        "pg-0: reclone pg-2"),
                Arguments.of("a standby is back", healthy().status("pg-2", "down"), Map.of(), "pg-0: attach pg-2"),
                Arguments.of(
                        "a primary that may have more connections than its standby",
                        healthy().limit("pg-0", "max_connections", 300).limit("pg-2", "max_connections", 100),
                        Map.of(),
                        "pg-0: raise the settings of pg-2"),
                Arguments.of(
                        "repmgrds that promote nobody",
                        healthy().repmgrdPaused("pg-1").repmgrdPaused("pg-2"),
                        Map.of(),
                        "pg-0: unpause the repmgrds from pg-1"),
                Arguments.of("a primary killed", failedOver(), Map.of("pg-0", WAS_PRIMARY), "pg-1: rejoin pg-0"),
                Arguments.of("an old primary started", twoPrimaries(), Map.of(), "pg-1: rejoin pg-0"),
                Arguments.of(
                        "a primary stopped, and no failover",
                        healthy().silent("pg-0"),
                        Map.of("pg-0", WAS_PRIMARY),
                        "none: start pg-0"),
                Arguments.of(
                        "a leader killed",
                        healthy().stopped("pgpool-0").leader("pgpool-1").vipOn("pgpool-1"),
                        Map.of("pgpool-0", OfflineNode.STOPPED_STANDBY),
                        "pg-0: start pgpool-0"),
                Arguments.of(
                        "two pgpools lost",
                        healthy().stopped("pgpool-0").stopped("pgpool-1"),
                        Map.of(),
                        "pg-0: start pgpool-0, start pgpool-1"),
                Arguments.of(
                        "a standby promoted without repmgr and Pgpool-II",
                        healthy().primary("pg-1").timeline("pg-1", 2).repmgrType("pg-1", "standby", "pg-0"),
                        Map.of(),
                        "pg-0: reclone pg-1"),
                Arguments.of(
                        "a standby promoted without repmgr and Pgpool-II, and the primary gone",
                        failedOver().repmgrType("pg-1", "standby", "pg-0"),
                        Map.of("pg-0", WAS_PRIMARY),
                        "pg-1: register pg-1, rejoin pg-0"),
                Arguments.of(
                        "a register with two primaries",
                        failedOver().repmgrActive("pg-0", true),
                        Map.of("pg-0", WAS_PRIMARY),
                        "pg-1: register pg-1, rejoin pg-0"),
                Arguments.of(
                        "a register that has a standby follow another",
                        healthy().repmgrType("pg-1", "standby", "pg-2"),
                        Map.of(),
                        "pg-0: register pg-1"),
                Arguments.of(
                        "pgpools that hold the primary down, and one of them hangs",
                        deaf(),
                        Map.of("pg-0", WAS_PRIMARY, "pgpool-0", HANGING_POOL),
                        "pg-1: restart all pgpools, attach pg-1, rejoin pg-0"),
                Arguments.of(
                        "the same while the primary is frozen",
                        deaf().silent("pg-0", "no answer within 2 s", ago(9)),
                        Map.of("pg-0", FROZEN_PRIMARY, "pgpool-0", HANGING_POOL),
                        "pg-1: fence pg-0, attach pg-1, rejoin pg-0"),
                Arguments.of(
                        "the same, silent for one question: nothing is known of it yet",
                        failedOver().silent("pg-0", "no answer within 2 s", ago(2)),
                        Map.of("pg-0", FROZEN_PRIMARY),
                        "pg-1: "),
                Arguments.of(
                        "the same, and the kernel says that it was stopped",
                        failedOver()
                                .silent("pg-0", "no answer within 2 s", ago(2))
                                .fault("pause pg-0"),
                        Map.of("pg-0", FROZEN_PRIMARY),
                        "pg-1: fence pg-0, rejoin pg-0"),
                Arguments.of(
                        "three healthy nodes on a machine that is too busy",
                        healthy()
                                .silent("pg-1", "no answer within 2 s", ago(60))
                                .silent("pg-2", "no answer within 2 s", ago(60))
                                .context(TOO_BUSY),
                        Map.of("pg-1", FROZEN_STANDBY, "pg-2", FROZEN_STANDBY),
                        "pg-0: "),
                Arguments.of(
                        "a pgpool that was silent for one question",
                        healthy().queriesUnanswered("pgpool-1", "no answer within 2 s", ago(2)),
                        Map.of("pgpool-1", HANGING_POOL),
                        "pg-0: "),
                Arguments.of(
                        "a pgpool that hangs alone",
                        healthy().queriesUnanswered("pgpool-1", "no answer within 2 s", ago(9)),
                        Map.of("pgpool-1", HANGING_POOL),
                        "pg-0: restart pgpool-1"),
                Arguments.of(
                        "pgpools that search for a primary, and hold the one that there is down",
                        healthy().status("pg-0", "down").pcpUnanswered("pgpool-0", "No such file or directory", ago(3)),
                        Map.of(),
                        "pg-0: restart all pgpools, attach pg-0"),
                Arguments.of(
                        "a leader that hangs beside one that holds the primary down and one that holds it up",
                        healthy()
                                .status("pgpool-1", "pg-0", "down")
                                .queriesUnanswered("pgpool-0", "no answer within 2 s", ago(9)),
                        Map.of("pgpool-0", HANGING_POOL),
                        "pg-0: restart all pgpools, attach pg-0"),
                Arguments.of(
                        "one that does so beside a leader that hangs and one that holds it up",
                        healthy()
                                .status("pgpool-1", "pg-0", "down")
                                .pcpUnanswered("pgpool-1", "No such file or directory", ago(3))
                                .queriesUnanswered("pgpool-0", "no answer within 2 s", ago(9)),
                        Map.of("pgpool-0", HANGING_POOL),
                        "pg-0: restart all pgpools, attach pg-0"),
                Arguments.of(
                        "two pgpools that do so beside one that holds it up",
                        healthy()
                                .status("pgpool-0", "pg-0", "down")
                                .status("pgpool-1", "pg-0", "down")
                                .pcpUnanswered("pgpool-0", "No such file or directory", ago(3))
                                .pcpUnanswered("pgpool-1", "No such file or directory", ago(3)),
                        Map.of(),
                        "pg-0: restart all pgpools, attach pg-0"),
                Arguments.of(
                        "one pgpool that does so alone",
                        healthy()
                                .status("pgpool-1", "pg-0", "down")
                                .pcpUnanswered("pgpool-1", "No such file or directory", ago(3)),
                        Map.of(),
                        "pg-0: restart pgpool-1"),
                Arguments.of(
                        "a pgpool that refuses its clients",
                        healthy().queriesUnanswered("pgpool-1", PoolNode.REFUSAL, ago(9)),
                        Map.of("pgpool-1", HANGING_POOL),
                        "pg-0: restart pgpool-1"),
                Arguments.of(
                        "a pgpool that holds down what its leader holds up",
                        healthy().status("pgpool-1", "pg-2", "down"),
                        Map.of(),
                        "pg-0: restart pgpool-1"),
                Arguments.of(
                        "a pgpool that has it all otherwise than its leader",
                        healthy()
                                .status("pgpool-1", "pg-0", "down")
                                .status("pgpool-1", "pg-1", "down")
                                .role("pgpool-2", "pg-0", "standby"),
                        Map.of(),
                        "pg-0: restart pgpool-1, restart pgpool-2"),
                Arguments.of(
                        "a pgpool that was made to believe it",
                        healthy().status("pgpool-1", "pg-2", "down").fault("lie pgpool-1 pg-2"),
                        Map.of(),
                        "pg-0: attach pg-2"),
                Arguments.of(
                        "a leader that holds down what the others hold up",
                        healthy().status("pgpool-0", "pg-2", "down"),
                        Map.of(),
                        "pg-0: attach pg-2"),
                Arguments.of(
                        "a primary paused",
                        failedOver().silent("pg-0", "timeout", ago(9)),
                        Map.of("pg-0", FROZEN_PRIMARY),
                        "pg-1: fence pg-0, rejoin pg-0"),
                Arguments.of(
                        "a standby paused",
                        healthy().silent("pg-1", "timeout", ago(9)),
                        Map.of("pg-1", FROZEN_STANDBY),
                        "pg-0: fence pg-1, start pg-1"),
                Arguments.of("data gone", healthy().stopped("pg-2"), Map.of("pg-2", GONE), "pg-0: reclone pg-2"),
                Arguments.of(
                        "a standby without a stream", healthy().notStreaming("pg-1"), Map.of(), "pg-0: follow pg-1"),
                Arguments.of(
                        "a standby that follows the old primary",
                        twoPrimaries().standby("pg-3").upstream("pg-3", "pg-0"),
                        Map.of(),
                        "pg-1: rejoin pg-0, rejoin pg-3"),
                Arguments.of("a repmgrd ended", healthy().repmgrdStopped("pg-1"), Map.of(), "pg-0: start pg-1"),
                Arguments.of("nobody promoted", healthy().standby("pg-0"), Map.of(), "none: promote pg-0"),
                Arguments.of(
                        "nobody alive",
                        healthy().silent("pg-0").silent("pg-1").silent("pg-2"),
                        Map.of("pg-0", WAS_PRIMARY),
                        "none: start pg-0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void eachSituationHasItsRepairs(String situation, Given lab, Map<String, OfflineNode> offline, String proposed) {
        var reconfiguration = of(lab, offline, "");

        assertEquals(Optional.empty(), reconfiguration.refusal(), situation);
        assertEquals(proposed, inWords(reconfiguration));
    }

    @Test
    void betweenTwoPrimariesOfEqualRankItDoesNotGuess() {
        var lab = given().primary("pg-0").primary("pg-1").timeline("pg-1", 2).pool("pgpool-0");

        var problem = of(lab, Map.of(), "").refusal().orElseThrow();

        assertEquals("it cannot be told which of pg-0 and pg-1 is the true primary", problem.what());
        assertTrue(problem.remedy().contains("reconfigure --primary pg-1"), problem.remedy());
    }

    @Test
    void aChoiceSettlesIt() {
        var lab = given().primary("pg-0")
                .primary("pg-1")
                .repmgrType("pg-1", "standby", "pg-0")
                .timeline("pg-1", 2)
                .pool("pgpool-0");

        assertEquals("pg-1: register pg-1, rejoin pg-0, attach pg-1", inWords(of(lab, Map.of(), "pg-1")));
        assertEquals("pg-0: reclone pg-1", inWords(of(lab, Map.of(), "pg-0")));
    }

    @Test
    void anOldPrimaryThatDoesNotAnswerIsNotChosenBesideItsSuccessor() {
        var problem =
                of(failedOver(), Map.of("pg-0", WAS_PRIMARY), "pg-0").refusal().orElseThrow();

        assertEquals("pg-0 does not answer (connection refused, for 4 s); pg-1 is primary", problem.why());
        assertEquals(
                "reconfigure --primary pg-1, or discard what was written since: start --force pg-0;"
                        + " reconfigure --primary pg-0",
                problem.remedy());
    }

    @Test
    void aChoiceIsNotSaidToBeTheLastPrimaryWhereOthersAreLater() {
        var lab = healthy().silent("pg-0").silent("pg-1").silent("pg-2");
        var later = new OfflineNode(false, true, false, 2);

        assertEquals(
                "you named it; pg-1 is on the later timeline 2",
                whyFirst(of(lab, Map.of("pg-0", WAS_PRIMARY, "pg-1", later), "pg-0")));
        assertEquals(
                "it was the primary last, and nobody has taken over",
                whyFirst(of(lab, Map.of("pg-0", WAS_PRIMARY, "pg-1", later), "")));
        assertEquals(
                "you named it", whyFirst(of(healthy().standby("pg-0").lsn("pg-1", "0/5000000"), Map.of(), "pg-2")));
    }

    @Test
    void allPgpoolsAreRestartedForOneThatHangsBesideOneThatHasMarkedThePrimaryDown() {
        var lab = healthy()
                .status("pgpool-1", "pg-0", "down")
                .queriesUnanswered("pgpool-0", "no answer within 2 s", ago(9));

        assertEquals(
                "pgpool-0 hangs, and pg-0 is marked down by pgpool-1",
                whyFirst(of(lab, Map.of("pgpool-0", HANGING_POOL), "")));
    }

    @Test
    void whereANodeIsNotKnownNobodyIsSaidNotToHaveTakenOver() {
        var problem = of(healthy().silent("pg-0").undecided("pg-1"), Map.of("pg-0", WAS_PRIMARY), "")
                .refusal()
                .orElseThrow();

        assertEquals("it is not known whether pg-1 is primary", problem.what());
    }

    private static String whyFirst(Reconfiguration reconfiguration) {
        return reconfiguration.repairs().get(0).why();
    }

    @Test
    void anOldPrimaryAloneIsNotTakenForTheTrueOne() {
        var lab = healthy().silent("pg-1");

        var problem = of(lab, Map.of("pg-1", new OfflineNode(false, true, false, 2)), "")
                .refusal()
                .orElseThrow();

        assertEquals("start pg-1, or keep the old one: reconfigure --primary pg-0", problem.remedy());
    }

    @Test
    void withoutAnyDataThereIsNothingToComeBackTo() {
        var lab = healthy(2, 1).silent("pg-0").silent("pg-1");

        var problem = of(lab, Map.of("pg-0", GONE, "pg-1", GONE), "").refusal().orElseThrow();

        assertEquals("down; up", problem.remedy());
    }

    private static Reconfiguration of(Given lab, Map<String, OfflineNode> offline, String chosen) {
        var byNode = new HashMap<Node, OfflineNode>();
        offline.forEach((name, offlineNode) -> byNode.put(Node.parse(name).orElseThrow(), offlineNode));
        return Reconfiguration.of(lab.state(), byNode, Map.of(), Node.parse(chosen));
    }

    private static String inWords(Reconfiguration reconfiguration) {
        return reconfiguration.primary().map(Node::name).orElse("none") + ": "
                + reconfiguration.repairs().stream().map(Repair::title).collect(Collectors.joining(", "));
    }
}
