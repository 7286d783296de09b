package org.pgpoollab.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.NOW;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.healthy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.report.Disagreement;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.TimingProfile;

class TransitionTest {

    @Test
    void thePgpoolsOfAFastLabKnowWithinSevenSeconds() {
        var fast = TimingProfile.FAST.timing();

        assertEquals(Duration.ofSeconds(7), Transition.poolNotices(fast));
        assertEquals(Duration.ofSeconds(12), Transition.poolLearnsRole(fast));
        assertEquals(Duration.ofSeconds(7), Transition.repmgrNotices(fast));
    }

    @Test
    void withoutAHealthCheckThereIsNoTimeToWaitFor() {
        assertEquals(Duration.ZERO, Transition.poolNotices(TimingProfile.UPSTREAM.timing()));
    }

    @Test
    void aPgpoolThatHoldsASilentNodeUpIsExcusedUntilItMustKnow() {
        assertTrue(excusesFirst(
                healthy().silent("pg-2", "connection refused", ago(6)).state(), Recent.NOTHING));
        assertFalse(excusesFirst(
                healthy().silent("pg-2", "connection refused", ago(7)).state(), Recent.NOTHING));
    }

    @Test
    void aPgpoolThatHoldsANodeDownThatIsBackIsNotExcused() {
        var back = healthy().status("pg-2", "down").state();
        var recent = Recent.NOTHING.next(healthy().silent("pg-2").state(), NOW).next(back, NOW);

        assertFalse(excusesFirst(back, recent));
    }

    @Test
    void aPgpoolThatTakesTheNewPrimaryForAStandbyIsExcusedForAWhile() {
        var promoted = healthy().primary("pg-2").state();
        var recent = Recent.NOTHING.next(healthy().state(), NOW).next(promoted, NOW);

        assertTrue(excusesFirst(promoted, recent, NOW.plusSeconds(11)));
        assertFalse(excusesFirst(promoted, recent, NOW.plusSeconds(12)));
    }

    private static boolean excusesFirst(ClusterState state, Recent recent) {
        return excusesFirst(state, recent, NOW);
    }

    /** Whether pgpool-0 is excused for what it believes of pg-2. */
    private static boolean excusesFirst(ClusterState state, Recent recent, Instant now) {
        var seen = state.postgres(Node.postgres(2));
        var view = Disagreement.view(seen, state.pool(Node.pgpool(0))).orElseThrow();
        assertTrue(Disagreement.of(state, seen, view));
        return new Transition(state, recent, now).excuses(seen, view);
    }
}
