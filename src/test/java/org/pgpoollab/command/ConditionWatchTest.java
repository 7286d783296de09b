package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.condition.ConditionParser;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.topology.TimingProfile;

class ConditionWatchTest {

    private static final ClusterState UP = Given.healthy().state();
    private static final ClusterState DOWN = Given.healthy().silent("pg-2").state();

    private final FakeLabSession session = new FakeLabSession();
    private final HandSetClock clock = new HandSetClock();

    @Test
    void aWaitEndsAsSoonAsTheConditionIsMet() throws InterruptedException {
        see(DOWN, DOWN, UP, DOWN);

        var result = await("pg-2 is up for 30s");

        assertEquals(Exit.DONE, result.exit());
        assertEquals(Duration.ofSeconds(2), result.took());
        assertEquals(List.of("✓ pg-2 is up  2.0 s"), result.lines(TerminalLook.PLAIN));
    }

    @Test
    void aWaitEndsAtItsLimitAndSaysWhatWasSeenInstead() throws InterruptedException {
        see(DOWN);

        var result = await("pg-2 is up for 5s");

        assertEquals(Exit.UNMET, result.exit());
        assertEquals(Duration.ofSeconds(5), result.took());
        assertEquals(2, result.lines(TerminalLook.PLAIN).size());
    }

    @Test
    void aWaitWithoutALimitHasTheUsualOne() throws InterruptedException {
        see(DOWN);

        assertEquals(Duration.ofSeconds(30), await("pg-2 is up").took());
    }

    @Test
    void aWaitWithoutALimitOutlastsAFailoverOfTheLab() throws InterruptedException {
        session.lab = session.lab.with(TimingProfile.SLOW);
        see(DOWN);

        var took = await("pool_nodes pg-2 is down").took();

        assertTrue(took.compareTo(session.lab.timing().failover()) > 0, took.toString());
    }

    @Test
    void whatStaysMustHoldAtEveryLook() throws InterruptedException {
        see(UP, UP, UP, UP, DOWN);

        assertEquals(Exit.DONE, await("stays pg-2 is up for 3s").exit());

        see(UP, DOWN, UP, UP, UP);
        assertEquals(Exit.UNMET, await("stays pg-2 is up for 3s").exit());
    }

    @Test
    void anExpectationLooksOnce() throws InterruptedException {
        see(DOWN, UP);

        assertEquals(
                Exit.UNMET,
                watch().expect(ConditionParser.parse(words("pg-2 is up"), session.lab()))
                        .exit());
    }

    private ConditionResult await(String sentence) throws InterruptedException {
        return watch().await(ConditionParser.parse(words(sentence), session.lab()));
    }

    private ConditionWatch watch() {
        return new ConditionWatch(session, clock, () -> clock.now = clock.now.plusSeconds(1));
    }

    private void see(ClusterState... states) {
        session.looks.clear();
        session.looks.addAll(List.of(states));
    }

    private static List<String> words(String sentence) {
        return List.of(sentence.split(" "));
    }

    private static final class HandSetClock extends Clock {
        private Instant now = Given.NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
