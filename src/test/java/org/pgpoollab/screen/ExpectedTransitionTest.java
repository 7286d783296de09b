package org.pgpoollab.screen;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.NOW;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.healthy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.report.Disagreement;
import org.pgpoollab.topology.Node;

class ExpectedTransitionTest {

    @Test
    void aPgpoolThatHoldsASilentNodeUpIsExcusedUntilItMustKnow() {
        assertTrue(excusesFirst(
                healthy().silent("pg-2", "connection refused", ago(6)).state(), RecentChanges.NOTHING));
        assertFalse(excusesFirst(
                healthy().silent("pg-2", "connection refused", ago(7)).state(), RecentChanges.NOTHING));
    }

    @Test
    void aPgpoolThatHoldsANodeDownThatIsBackIsNotExcused() {
        var back = healthy().status("pg-2", "down").state();
        var recent = RecentChanges.NOTHING
                .next(healthy().silent("pg-2").state(), NOW)
                .next(back, NOW);

        assertFalse(excusesFirst(back, recent));
    }

    @Test
    void aPgpoolThatTakesTheNewPrimaryForAStandbyIsExcusedForAWhile() {
        var promoted = healthy().primary("pg-2").state();
        var recent = RecentChanges.NOTHING.next(healthy().state(), NOW).next(promoted, NOW);

        assertTrue(excusesFirst(promoted, recent, NOW.plusSeconds(11)));
        assertFalse(excusesFirst(promoted, recent, NOW.plusSeconds(12)));
    }

    private static boolean excusesFirst(ClusterState state, RecentChanges recent) {
        return excusesFirst(state, recent, NOW);
    }

    /** Tells whether pgpool-0 is excused for what it believes about pg-2. */
    private static boolean excusesFirst(ClusterState state, RecentChanges recent, Instant now) {
        var seen = state.postgres(Node.postgres(2));
        var view = Disagreement.view(seen, state.pool(Node.pgpool(0))).orElseThrow();
        assertTrue(Disagreement.of(state, seen, view));
        return new ExpectedTransition(state, recent, now).excuses(seen, view);
    }
}
