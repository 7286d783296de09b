package org.pgpoollab.reconfigure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.cluster.MachineLoad;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.command.FakeLabSession;
import org.pgpoollab.command.Typing;

class ReconfigureLoopTest {

    private static final String PROOF = "prove that it works";

    private final Typing typing = new Typing();
    private final FakeLabSession session = typing.session;
    private final Deque<String> answers = typing.answers;
    private final List<String> questions = typing.questions;

    private static ClusterState twoHeldDown() {
        return Given.healthy().status("pg-1", "down").status("pg-2", "down").state();
    }

    private static ClusterState tie() {
        return Given.given()
                .primary("pg-0")
                .primary("pg-1")
                .repmgrType("pg-1", "standby", "pg-0")
                .timeline("pg-1", 2)
                .pool("pgpool-0")
                .state();
    }

    private void seen(ClusterState... states) {
        session.looks.clear();
        session.looks.addAll(List.of(states));
    }

    @Test
    void aHealthyLabIsLeftAlone() {
        assertEquals(Exit.DONE, reconfigure());

        assertTrue(text().contains("nothing to do"), text());
        assertEquals(List.of(), session.done);
    }

    @Test
    void aBusyMachineIsNothingToRepair() {
        var busy = new MachineLoad(49.7, 2, Duration.ofSeconds(6), Duration.ofMillis(4800));
        seen(Given.healthy()
                .context(new ObservationContext(false, busy, List.of()))
                .state());

        assertEquals(Exit.DONE, reconfigure());

        assertTrue(text().contains("nothing to do"), text());
        assertEquals(List.of(), session.done);
    }

    @Test
    void withoutInputThePrimaryThatWasChosenIsRepeated() {
        seen(tie());

        var refusal = assertThrows(LabException.class, () -> typing.type("reconfigure", "--primary", "pg-1"));

        assertEquals(
                "reconfigure --primary pg-1 --yes", refusal.problems().get(0).remedy());
    }

    @Test
    void eachStepIsAskedAboutAndThenProved() {
        seen(twoHeldDown(), Given.healthy().state());
        answers.addAll(List.of("y", "YES "));

        assertEquals(Exit.DONE, reconfigure());

        assertEquals(
                List.of("attach pg-1? [yes/no/skip/all/explain] ", "attach pg-2? [yes/no/skip/all/explain] "),
                questions);
        assertEquals(List.of("attach pg-1", "attach pg-2", "prove that it works"), session.done);
    }

    @Test
    void repmgrdsThatArePausedAreGivenNoTimeToChooseAPrimary() {
        var paused = Given.healthy()
                .standby("pg-0")
                .repmgrdPaused("pg-0")
                .repmgrdPaused("pg-1")
                .repmgrdPaused("pg-2");
        seen(paused.state(), Given.healthy().state());
        answers.add("no");

        reconfigure();

        assertFalse(text().contains("are given time to choose one"), text());
    }

    @Test
    void allAsksNoMore() {
        seen(twoHeldDown(), Given.healthy().state());
        answers.add("all");

        reconfigure();

        assertEquals(1, questions.size());
        assertEquals(List.of("attach pg-1", "attach pg-2", "prove that it works"), session.done);
    }

    @Test
    void whatIsSkippedIsLeftAndTheRestDone() {
        seen(twoHeldDown());
        answers.addAll(List.of("skip", "yes"));

        assertEquals(Exit.DONE, reconfigure());

        assertEquals(List.of("attach pg-2"), session.done);
        assertTrue(text().contains("to go on: reconfigure"), text());
    }

    @Test
    void noEndsItThere() {
        seen(twoHeldDown());
        answers.add("no");

        assertEquals(Exit.DONE, reconfigure());

        assertEquals(List.of(), session.done);
    }

    @Test
    void explainTellsMoreAndAsksAgain() {
        seen(twoHeldDown());
        answers.addAll(List.of("explain", "no"));

        reconfigure();

        assertEquals(questions.get(0), questions.get(1));
        assertTrue(text().contains("$ pcp_attach_node"), text());
    }

    @Test
    void anEmptyLineOrAnUnknownWordDoesNothingButAskAgain() {
        seen(twoHeldDown());
        answers.addAll(List.of("", "okay", "no"));

        reconfigure();

        assertEquals(3, questions.size());
        assertEquals(List.of(), session.done);
        assertEquals(
                2, text().lines().filter(line -> line.contains("yes does it")).count());
        assertTrue(!text().contains("$ pcp_attach_node"), text());
    }

    @Test
    void whereNobodyIsThereToBeAskedNothingIsDone() {
        seen(twoHeldDown());

        var refusal = assertThrows(LabException.class, this::reconfigure);

        assertEquals(Exit.USAGE, refusal.exit());
        assertEquals(List.of(), session.done);
    }

    @Test
    void betweenTwoPrimariesOneIsChosenWhenAsked() {
        seen(tie());
        answers.addAll(List.of("", "pg-7", "pg-1", "no"));

        reconfigure();

        assertEquals("Which one is to be kept? [pg-0/pg-1/none] ", questions.get(0));
        assertEquals(questions.get(0), questions.get(2));
        assertEquals("register pg-1? [yes/no/skip/all/explain] ", questions.get(3));
        assertTrue(text().contains("the true primary is pg-1: you named pg-1"), text());
    }

    @Test
    void nobodyHasToChoose() {
        seen(tie());
        answers.add("none");

        var refusal = assertThrows(LabException.class, this::reconfigure);

        assertEquals(Exit.FAILED, refusal.exit());
        assertEquals(List.of(), session.done);
    }

    @Test
    void yesToAllIsNoChoice() {
        seen(tie());

        var refusal = assertThrows(LabException.class, () -> reconfigure("--yes"));

        assertTrue(refusal.getMessage().contains("it cannot be told which of pg-0 and pg-1"), refusal.getMessage());
        assertEquals(List.of(), questions);
        assertEquals(List.of(), session.done);
    }

    @Test
    void yesWithAChoiceRepairsTowardsIt() {
        seen(tie(), Given.healthy().state());

        reconfigure("--yes", "--primary", "pg-0");

        assertEquals(List.of("reclone pg-1 from pg-0", "prove that it works"), session.done);
    }

    @Test
    void aPgpoolThatRefusesSessionsAlthoughAllIsWellBeginsAnew() {
        seen(twoHeldDown(), Given.healthy().state());
        session.faultOnce.put(
                PROOF,
                LabException.failed(
                        "a row could not be written through the VIP",
                        "ERROR: unable to read message kind\n  Detail: kind does not match between main(0) slot[0] (52)",
                        "psql"));

        assertEquals(Exit.DONE, reconfigure("--yes"));

        assertEquals(
                List.of("restart [pgpool-0] IMMEDIATE without status", PROOF),
                session.done.subList(session.done.size() - 2, session.done.size()));
    }

    @Test
    void anyOtherProofThatFailsIsAFailure() {
        seen(twoHeldDown(), Given.healthy().state());
        session.faultOnce.put(PROOF, LabException.failed("a row could not be written through the VIP", "no route", ""));

        assertThrows(LabException.class, () -> reconfigure("--yes"));

        assertTrue(session.done.stream().noneMatch(done -> done.startsWith("restart")), session.done.toString());
    }

    @Test
    void ofANodeThatIsBrokenOnPurposeItIsSaidThatThisComesFirst() {
        seen(Given.healthy().status("pg-1", "down").fault("fill pg-1").state());
        session.faultOnce.put("attach pg-1", LabException.failed("could not attach pg-1", "it does not answer", ""));

        var refused = assertThrows(LabException.class, () -> reconfigure("--yes"));

        assertEquals(
                List.of("could not attach pg-1", "pg-1 is broken on purpose: fill pg-1"),
                refused.problems().stream().map(Problem::what).toList());
        assertEquals("heal pg-1", refused.problems().get(1).remedy());
    }

    private Exit reconfigure(String... words) {
        return typing.type("reconfigure", words);
    }

    private String text() {
        return typing.text();
    }
}
