package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgpoollab.cluster.Given;

/** Tests that the cost of watching a lab does not grow with the product of its nodes. */
class PollIntervalsTest {

    @ParameterizedTest
    @CsvSource({"1,1,500,1000,2000", "3,3,500,1000,2000", "9,9,750,1500,9000", "16,16,1333,2666,28444"})
    void theMoreNodesTheLessOftenEachIsAsked(int postgres, int pgpools, int steady, int watchdog, int details) {
        var intervals = PollIntervals.USUAL.forLab(postgres, pgpools);

        assertEquals(Duration.ofMillis(steady), intervals.steady());
        assertEquals(Duration.ofMillis(watchdog), intervals.watchdog());
        assertEquals(Duration.ofMillis(details), intervals.details());
        assertEquals(PollIntervals.USUAL.timeLimit(), intervals.timeLimit());
    }

    @Test
    void whoWatchesALabOfThreeAndThreeKeepsTheRhythm() {
        assertEquals(PollIntervals.USUAL, PollIntervals.USUAL.forLab(3, 3));
        assertEquals(PollIntervals.SPARING, PollIntervals.SPARING.forLab(3, 3));
    }

    @Test
    void aLookAsksNoMorePgpoolsAtATimeThanTheirBackendsCanAnswer() {
        assertEquals(List.of(3), poolsAtATime(3, 3));
        assertEquals(List.of(16), poolsAtATime(3, 16));
        assertEquals(List.of(7, 2), poolsAtATime(9, 9));
        assertEquals(List.of(4, 4, 4, 4), poolsAtATime(16, 16));
    }

    @Test
    void theGroupsOfALookHoldEachFactOnce() {
        var facts = facts(9, 9);
        var grouped = facts.groups().stream().flatMap(List::stream).toList();

        assertEquals(facts.all().count(), grouped.size());
        assertTrue(grouped.containsAll(facts.all().toList()));
    }

    private static List<Integer> poolsAtATime(int postgres, int pgpools) {
        var facts = facts(postgres, pgpools);
        return facts.groups().stream()
                .map(group -> (int) facts.pools().stream()
                        .filter(pool -> group.contains(pool.details()))
                        .count())
                .toList();
    }

    private static LabProbeResults facts(int postgres, int pgpools) {
        return new LabProbeResults(
                Given.lab(postgres, pgpools), new FakeProbes(Given.healthy().state()));
    }
}
