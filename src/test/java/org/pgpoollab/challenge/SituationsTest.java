package org.pgpoollab.challenge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.topology.Node;

/** Tests the catalogue of challenges, and what is drawn from it. */
class SituationsTest {

    private static final ClusterState STATE = Given.healthy().state();
    private static final NodeCast CAST = NodeCast.of(STATE, new Random(1));

    @Test
    void thereAreAtLeastTwentyFourOverThreeLevels() {
        assertTrue(Situations.all().size() >= 24);
        for (var level = 1; level <= Situations.HIGHEST_LEVEL; level++) {
            assertTrue(Situations.ofLevel(level).size() >= 8, "level " + level);
        }
    }

    @Test
    void everyAnswerIsThereOnceAndCanBeTyped() {
        var words = Situations.words();

        assertEquals(words.size(), new TreeSet<>(words).size());
        assertTrue(words.stream().allMatch(word -> word.matches("[a-z-]+")), words::toString);
    }

    @Test
    void everyPlaceIsFilledAndEveryCommandExists() {
        for (var situation : Situations.all()) {
            assertTrue(situation.fits(CAST), situation::name);
            for (var cause : situation.causes(CAST, STATE.lab())) {
                var typed = new java.util.ArrayList<>(cause.repair());
                typed.add(cause.shows());
                Pattern.compile(cause.sign());
                assertFalse((typed + cause.what() + cause.sign())
                        .matches(".*[$#](standby|pool|primary|leader|vip|user).*"));
                for (var line : typed) {
                    assertTrue(Catalog.isCommand(line.split(" ")[0]), line);
                }
            }
        }
    }

    @Test
    void theSameSeedDrawsTheSame() {
        for (var seed = 0; seed < 20; seed++) {
            assertEquals(ChallengeDraw.of(STATE, 3, seed, Set.of()), ChallengeDraw.of(STATE, 3, seed, Set.of()));
        }
    }

    @Test
    void seedsDrawEverySituationOfALevel() {
        for (var level = 1; level <= Situations.HIGHEST_LEVEL; level++) {
            var of = level;
            var drawn = LongStream.range(0, 400)
                    .mapToObj(seed -> ChallengeDraw.of(STATE, of, seed, Set.of())
                            .situation()
                            .name())
                    .toList();

            assertEquals(
                    new TreeSet<>(Situations.ofLevel(level).stream()
                            .map(Situation::name)
                            .toList()),
                    new TreeSet<>(drawn));
        }
    }

    @Test
    void theSituationOfTheChallengeBeforeIsNotDrawnAgain() {
        for (var seed = 0; seed < 50; seed++) {
            assertNotEquals(
                    "lag",
                    ChallengeDraw.of(STATE, 1, seed, Set.of("lag")).situation().name());
        }
    }

    @Test
    void anAnswerNamesTheWordAndExactlyTheNodes() {
        var cut =
                Situations.named("cut").orElseThrow().causes(CAST, STATE.lab()).get(0);
        var primary = CAST.node("$primary");
        var standby = CAST.node("$standby");

        assertTrue(cut.isNamed("cut", List.of(standby, primary)));
        assertFalse(cut.isNamed("cut", List.of(primary)));
        assertFalse(cut.isNamed("cut", List.of(primary, standby, Node.pgpool(0))));
        assertFalse(cut.isNamed("one-way-cut", List.of(primary, standby)));
    }

    @Test
    void theSecondOfTwoCausesConcernsAnotherStandby() {
        var causes = Situations.named("lag+detached").orElseThrow().causes(CAST, STATE.lab());

        assertNotEquals(causes.get(0).nodes(), causes.get(1).nodes());
    }

    @Test
    void aLabWithoutAStandbyHasNoSituationThatNeedsOne() {
        var alone = new NodeCast(java.util.Map.of("primary", Node.postgres(0)));

        assertFalse(Situations.named("lag").orElseThrow().fits(alone));
        assertTrue(Situations.named("locked-table").orElseThrow().fits(alone));
    }
}
