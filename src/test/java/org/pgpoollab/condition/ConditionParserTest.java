package org.pgpoollab.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.topology.Lab;

class ConditionParserTest {

    private static final Lab LAB = Given.lab(3, 3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pg-1 is up",
                "pg-1 is not up",
                "not pg-1 is up",
                "pg-2 is down",
                "pg-0 is primary",
                "pg-1 is standby",
                "pg-1 is streaming",
                "pgpool-0 is leader",
                "pgpool-1 is standby",
                "pg-2 is unreachable",
                "primary is up",
                "standbys is streaming",
                "all is up",
                "leader is up",
                "vip is up",
                "pool_nodes pg-1 is up",
                "pool_nodes pg-1 is not down on pgpool-2",
                "pool_nodes standbys is up on leader",
                "pg-2 is attached",
                "pg-2 is not detached",
                "vip holders at most 1",
                "not vip holders at most 1",
                "faults are none",
                "vip is held",
                "vip is on pgpool-1",
                "vip is on leader",
                "quorum is present",
                "quorum is absent",
                "primary is known",
                "cluster is healthy"
            })
    void aPlainSentenceReadsBackAsItWasTyped(String sentence) {
        assertEquals(sentence, parse(sentence).condition().sentence());
        assertFalse(parse(sentence).hasLimit());
    }

    @ParameterizedTest
    @CsvSource({
        "pg_1 is up, pg-1 is up",
        "PG-1 IS UP, pg-1 is up",
        "pool-nodes pg_1 is up on pgpool_2, pool_nodes pg-1 is up on pgpool-2",
        "standbys are streaming, standbys is streaming",
        "until pg-1 is up, pg-1 is up",
        "pg-1 is silent, pg-1 is unreachable",
        "faults are not none, not faults are none",
        "vip is not held, not vip is held",
        "vip is not on pgpool-1, not vip is on pgpool-1",
        "quorum is not present, quorum is absent",
        "primary is not known, not primary is known",
        "not not pg-1 is up, ''"
    })
    void otherSpellingsMeanTheSame(String typed, String meant) {
        if (meant.isEmpty()) {
            assertThrows(LabException.class, () -> parse(typed));
            return;
        }
        assertEquals(meant, parse(typed).condition().sentence());
    }

    @Test
    void forIsTheLimitOfAWait() {
        var expectation = parse("pg-2 is streaming for 30s");

        assertEquals(Duration.ofSeconds(30), expectation.limit());
        assertFalse(expectation.stays());
        assertTrue(expectation.hasLimit());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pg-1 stays up for 10s",
                "stays pg-1 is up for 10s",
                "pool_nodes pg-1 stays up on pgpool-0 for 10s",
                "vip stays on pgpool-0 for 10s",
                "cluster stays healthy for 10s",
                "stays not pg-1 is down for 10s",
                "pg-1 stays not down for 10s"
            })
    void whatStaysMustHoldAllTheTime(String sentence) {
        var expectation = parse(sentence);

        assertTrue(expectation.stays());
        assertEquals(Duration.ofSeconds(10), expectation.limit());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pg-1 is upp | \"upp\" is not understood in: pg-1 is upp | nearest: up",
                "pg-1 iz up | \"iz\" is not understood in: pg-1 iz up | nearest: is",
                "vipp is held | \"vipp\" is not understood in: vipp is held | nearest: vip",
                "pg-7 is up | there is no node pg-7 in lab demo | the nodes are pg-0, pg-1, pg-2, pgpool-0, pgpool-1 and pgpool-2",
                "vip is on pgpool-9 | there is no node pgpool-9 in lab demo | the nodes are pg-0, pg-1, pg-2, pgpool-0, pgpool-1 and pgpool-2",
                "pool_nodes pg-9 is up | there is no node pg-9 in lab demo | the nodes are pg-0, pg-1, pg-2, pgpool-0, pgpool-1 and pgpool-2",
                "elephant is up | \"elephant\" is not understood in: elephant is up | here can stand: pool_nodes, quorum, cluster, faults, pg-0, pg-1, pg-2, pgpool-0, pgpool-1, pgpool-2, primary, standby, standbys, leader, vip, all",
                "pg-1 is leader | \"leader\" is not understood in: pg-1 is leader | here can stand: up, down, unreachable, primary, standby, streaming, attached, detached",
                "pgpool-1 is streaming | \"streaming\" is not understood in: pgpool-1 is streaming | here can stand: up, down, unreachable, standby, leader",
                "pool_nodes pgpool-1 is up | \"pgpool-1\" is not understood in: pool_nodes pgpool-1 is up | here can stand: pg-0, pg-1, pg-2, primary, standby, standbys",
                "pg-1 is | the sentence ends too early: pg-1 is | here must follow: up, down, unreachable, primary, standby, streaming, attached, detached",
                "pg-1 is up for | the sentence ends too early: pg-1 is up for | here must follow: 10s, 30s, 2m",
                "pg-1 is up for ages | \"ages\" is no length of time | a time is a whole number and its unit: ms, s, m or h",
                "pg-1 is up fo 3s | \"fo\" is not understood in: pg-1 is up fo 3s | nearest: for",
                "pg-1 is up for 3s now | \"now\" is not understood in: pg-1 is up for 3s now | here can stand: nothing more",
                "pg-1 stays up | for how long is missing in: pg-1 stays up | what stays must have an end",
                "not pg-1 stays up for 3s | \"not\" before \"stays\" can mean two things: not pg-1 stays up for 3s | that it changes at some time, or that it is otherwise all the time"
            })
    void aBadSentenceIsRefusedWithTheWordThatWasMeant(String sentence, String what, String why) {
        var refusal = assertThrows(LabException.class, () -> parse(sentence));

        assertEquals(Exit.USAGE, refusal.exit());
        assertEquals(what, refusal.problems().get(0).what());
        assertEquals(why, refusal.problems().get(0).why());
        assertFalse(refusal.problems().get(0).remedy().isEmpty());
    }

    @Test
    void noWordsAreNoSentence() {
        var refusal = assertThrows(LabException.class, () -> ConditionParser.parse(List.of(), LAB));

        assertEquals("the condition is missing", refusal.problems().get(0).what());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"quorum is present", "leader is up", "pool_nodes pg-0 is up on leader", "pgpool-0 is leader"})
    void aSinglePgpoolHasNoWatchdogToSpeakOf(String sentence) {
        var single = Given.lab(1, 1);

        var refusal = assertThrows(LabException.class, () -> ConditionParser.parse(split(sentence), single));

        assertEquals(Exit.USAGE, refusal.exit());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pg-1 | is stays",
                "pg-1 is | not up down unreachable primary standby streaming attached detached",
                "pg-1 is not | up down unreachable primary standby streaming attached detached",
                "pgpool-1 is | not up down unreachable standby leader",
                "primary is | not up down unreachable primary standby streaming attached detached known",
                "pg-1 is up | for",
                "pg-1 is up for | 10s 30s 2m",
                "pg-1 is up for 10s | ''",
                "pool_nodes | pg-0 pg-1 pg-2 primary standby standbys",
                "pool_nodes pg-1 is up | on for",
                "pool_nodes pg-1 is up on | pgpool-0 pgpool-1 pgpool-2 leader vip",
                "vip is | not held on up down unreachable standby leader",
                "quorum is | not present absent",
                "stays pg-1 | is",
                "nonsense | ''",
                "pg-1 nonsense | ''"
            })
    void whatCanFollowIsOffered(String typed, String offered) {
        assertEquals(split(offered), ConditionParser.next(split(typed), LAB));
    }

    @Test
    void aSentenceCanBeginWithAnyNodeOrPart() {
        var offered = ConditionParser.next(List.of(), LAB);

        assertTrue(offered.containsAll(List.of(
                "until", "stays", "not", "pool_nodes", "quorum", "cluster", "pg-0", "pgpool-2", "vip", "primary")));
    }

    private static Expectation parse(String sentence) {
        return ConditionParser.parse(split(sentence), LAB);
    }

    private static List<String> split(String sentence) {
        return sentence == null || sentence.isEmpty() ? List.of() : List.of(sentence.split(" "));
    }
}
