package org.pgpoollab.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.healthy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.cluster.Given;

class ConditionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pg-1 is up | MET | pg-1 is a standby",
                "pg-1 is down | UNMET | pg-1 is a standby",
                "pg-1 is not down | MET | pg-1 is a standby",
                "pg-1 is primary | UNMET | pg-1 is a standby",
                "pg-0 is primary | MET | pg-0 is primary",
                "pg-0 is streaming | UNMET | pg-0 is primary",
                "pg-1 is streaming | MET | pg-1 streams from pg-0",
                "standbys are streaming | MET | pg-1 streams from pg-0; pg-2 streams from pg-0",
                "standby is up | UNMET | standby can mean pg-1 and pg-2: each is a standby",
                "primary is up | MET | pg-0 is primary",
                "pgpool-0 is leader | MET | pgpool-0 is LEADER",
                "pgpool-1 is leader | UNMET | pgpool-1 is STANDBY",
                "pgpool-1 is standby | MET | pgpool-1 is STANDBY",
                "pool_nodes pg-1 is up on pgpool-2 | MET | pgpool-2 holds pg-1 up",
                "pool_nodes primary is down on leader | UNMET | pgpool-0 holds pg-0 up",
                "vip is held | MET | the VIP is on pgpool-0",
                "vip is on pgpool-1 | UNMET | the VIP is on pgpool-0",
                "vip is on leader | MET | the VIP is on pgpool-0",
                "vip is not on pgpool-1 | MET | the VIP is on pgpool-0",
                "quorum is present | MET | pgpool-0, the leader, says QUORUM EXIST",
                "quorum is absent | UNMET | pgpool-0, the leader, says QUORUM EXIST",
                "primary is known | MET | pg-0 is primary",
                "cluster is healthy | MET | the cluster is healthy",
                "not cluster is healthy | UNMET | the cluster is healthy"
            })
    void inAHealthyLab(String sentence, String outcome, String why) {
        assertVerdict(outcome, why, sentence, healthy());
    }

    @Test
    void aSilentNodeIsDownAndNothingElseIsKnownOfIt() {
        var lab = healthy().silent("pg-1", "connection refused", ago(4));

        var why = "pg-1 does not answer (connection refused, for 4 s)";
        assertVerdict("UNMET", why, "pg-1 is up", lab);
        assertVerdict("MET", why, "pg-1 is down", lab);
        assertVerdict("MET", why, "pg-1 is unreachable", lab);
        assertVerdict("UNKNOWN", why, "pg-1 is primary", lab);
        assertVerdict("UNKNOWN", why, "pg-1 is not primary", lab);
        assertVerdict("UNKNOWN", why, "pg-1 is streaming", lab);
        assertVerdict("UNKNOWN", why, "not pg-1 is standby", lab);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pg-1 is up",
                "pg-1 is down",
                "pg-1 is not up",
                "not pg-1 is up",
                "pgpool-1 is up",
                "pgpool-1 is unreachable",
                "pgpool-1 is leader",
                "pool_nodes pg-0 is up",
                "pool_nodes pg-0 is up on pgpool-1",
                "all is up",
                "cluster is healthy",
                "not cluster is healthy"
            })
    void whatNobodyAskedIsUnknown(String sentence) {
        var lab = healthy().unasked("pg-1").unasked("pgpool-1");

        assertEquals(Evaluation.Outcome.UNKNOWN, verdict(sentence, lab).outcome());
    }

    @Test
    void aStandbyOfANodeThatNobodyAskedIsNotJudged() {
        assertEquals(
                Evaluation.Outcome.UNKNOWN,
                verdict("pg-1 is streaming", healthy().unasked("pg-0")).outcome());
    }

    @Test
    void theStandbysOwnWordAloneIsNotStreaming() {
        assertVerdict(
                "UNMET",
                "pg-1 says that it follows pg-0, but pg-0 does not send to it",
                "pg-1 is streaming",
                healthy().notSentTo("pg-1"));
    }

    @Test
    void withoutPoolEveryPgpoolThatAnswersMustAgree() {
        var lab = healthy().status("pgpool-1", "pg-2", "down");

        assertVerdict("UNMET", "pgpool-1 holds pg-2 down", "pool_nodes pg-2 is up", lab);
        assertVerdict("UNMET", "pgpool-0 holds pg-2 up; pgpool-2 holds pg-2 up", "pool_nodes pg-2 is down", lab);
        assertVerdict("UNMET", "pgpool-1 holds pg-2 down", "pool_nodes pg-2 is not down", lab);
        assertVerdict("MET", "pgpool-1 holds pg-2 down", "not pool_nodes pg-2 is up", lab);
    }

    @Test
    void aSilentPgpoolIsLeftOutUnlessItIsNamed() {
        var lab = healthy().silent("pgpool-1", "timeout", ago(2));

        assertVerdict("MET", "pgpool-0 holds pg-2 up; pgpool-2 holds pg-2 up", "pool_nodes pg-2 is up", lab);
        assertVerdict(
                "UNKNOWN", "pgpool-1 cannot be asked: timeout, for 2 s", "pool_nodes pg-2 is up on pgpool-1", lab);
    }

    @Test
    void atLeastOnePgpoolMustAnswer() {
        var lab = healthy(3, 1).silent("pgpool-0");

        assertVerdict("UNKNOWN", "no pgpool answers", "pool_nodes pg-2 is down", lab);
        assertVerdict("MET", "pgpool-0 does not answer (connection refused, for 4 s)", "pgpool-0 is down", lab);
    }

    @Test
    void aPartThatNobodyPlaysIsUnmetOrUnknown() {
        assertVerdict(
                "UNMET",
                "no node is primary: pg-0 is a standby; pg-1 is a standby; pg-2 is a standby",
                "primary is up",
                healthy().standby("pg-0"));
        assertEquals(
                Evaluation.Outcome.UNKNOWN,
                verdict("primary is up", healthy().silent("pg-0")).outcome());
    }

    @Test
    void aPrimaryIsKnownOnlyIfItIsTheOnlyOne() {
        assertVerdict(
                "UNMET",
                "pg-0 and pg-1 are primary",
                "primary is known",
                healthy().primary("pg-1"));
        assertEquals(
                Evaluation.Outcome.UNMET,
                verdict("primary is known", healthy().silent("pg-0")).outcome());
    }

    @Test
    void theVipIsOnANodeOnlyIfNoOtherHasIt() {
        var lab = healthy().vipOn("pgpool-0", "pgpool-1");

        assertVerdict("UNMET", "the VIP is on pgpool-0 and pgpool-1", "vip is on pgpool-0", lab);
        assertVerdict("MET", "the VIP is on pgpool-0 and pgpool-1", "vip is held", lab);
    }

    @Test
    void aVipThatMayBeOnAnUnseenNodeIsUnknown() {
        var lab = healthy().vipOn().vipUnseen("pgpool-1", "timeout", ago(3));

        assertVerdict("UNKNOWN", "no pgpool is seen to hold the VIP, and not all can be looked at", "vip is held", lab);
        assertVerdict("UNMET", "no pgpool is seen to hold the VIP", "vip is on pgpool-0", lab);
        assertVerdict(
                "UNMET", "no pgpool holds the VIP", "vip is held", healthy().vipOn());
    }

    @Test
    void theQuorumIsTheLeadersWord() {
        var lost = healthy().stopped("pgpool-1").stopped("pgpool-2");
        assertVerdict("MET", "pgpool-0, the leader, says QUORUM ABSENT", "quorum is absent", lost);

        var leaderless = healthy().watchdog("pgpool-0", "STANDBY");
        assertEquals(
                Evaluation.Outcome.UNMET,
                verdict("quorum is present", leaderless).outcome());

        var leaderSilent = healthy().silent("pgpool-0");
        assertEquals(
                Evaluation.Outcome.UNKNOWN,
                verdict("quorum is present", leaderSilent).outcome());
    }

    @Test
    void anUnhealthyClusterSaysWhatIsWorst() {
        assertVerdict(
                "UNMET",
                "pg-1 does not answer: connection refused, for 4 s (and 1 more)",
                "cluster is healthy",
                healthy().stopped("pg-1").repmgrdStopped("pg-2"));
    }

    private static void assertVerdict(String outcome, String why, String sentence, Given lab) {
        assertEquals(new Evaluation(Evaluation.Outcome.valueOf(outcome), why), verdict(sentence, lab));
    }

    private static Evaluation verdict(String sentence, Given lab) {
        var state = lab.state();
        return ConditionParser.parse(List.of(sentence.split(" ")), state.lab())
                .condition()
                .evaluate(state);
    }
}
