package org.pgpoollab.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.TimelineHistory;

class WalDivergenceTest {

    private static final TimelineHistory FIRST = TimelineHistory.of(1, "");
    private static final TimelineHistory SECOND = TimelineHistory.of(2, "1\t0/4000028\tno recovery target specified\n");
    private static final TimelineHistory OTHER_SECOND = TimelineHistory.of(2, "1\t0/5000060\tno recovery target\n");
    private static final TimelineHistory THIRD =
            TimelineHistory.of(3, "1\t0/4000028\tno recovery target\n\n2\t0/6000000\tno recovery target\n");
    private static final TimelineHistory OTHER_THIRD = TimelineHistory.of(3, "1\t0/5000060\tno recovery target\n");

    @Test
    void twoTimelinesOfOneNumberAreTwoIfTheyBeginAtDifferentPlaces() {
        var divergence = parted(SECOND, "0/9000000", OTHER_SECOND);

        assertEquals(Optional.of(Lsn.parse("0/4000028")), divergence.fork());
        assertFalse(divergence.canBeRewound());
        assertTrue(divergence.isKnown());
    }

    @Test
    void theOtherOfThemPartedAtTheSamePlace() {
        assertEquals(
                Optional.of(Lsn.parse("0/4000028")),
                parted(OTHER_SECOND, "0/9000000", SECOND).fork());
    }

    @Test
    void timelinesOfOneNumberThatBeganAtOnePlacePartWhereTheirWalDiffers() {
        var divergence = WalDivergence.of(SECOND, at("0/9000000"), SECOND, WalDifference.at(Lsn.parse("0/4000100")));

        assertEquals(at("0/4000100"), divergence.fork());
        assertFalse(divergence.canBeRewound());
    }

    @Test
    void anOldPrimaryPartedWhereTheNewOneWasPromotedAndCanBeRewound() {
        var divergence = parted(FIRST, "0/4000100", SECOND);

        assertEquals(at("0/4000028"), divergence.fork());
        assertTrue(divergence.canBeRewound());
    }

    @Test
    void aNodeThatEndsBeforeThePrimaryLeftItsTimelineHasNothingOfItsOwn() {
        assertEquals(WalDivergence.NONE, parted(FIRST, "0/4000028", SECOND));
        assertEquals(WalDivergence.NONE, parted(SECOND, "0/5FFFFFF", THIRD));
        assertEquals(WalDivergence.NONE, parted(FIRST, "0/9000000", FIRST));
    }

    @Test
    void whoWasPromotedBehindTheOthersBackCannotBeRewound() {
        var divergence = parted(SECOND, "0/4000100", FIRST);

        assertEquals(at("0/4000028"), divergence.fork());
        assertFalse(divergence.canBeRewound());
    }

    @Test
    void aTimelineThatThePrimaryNeverWentThroughCannotBeRewoundThoughItsNumberIsLower() {
        assertFalse(parted(SECOND, "0/9000000", OTHER_THIRD).canBeRewound());
        assertTrue(parted(SECOND, "0/9000000", THIRD).canBeRewound());
    }

    @Test
    void writesBeforeThePlaceWhereThePrimaryLeftPartItEarlier() {
        var divergence = WalDivergence.of(FIRST, at("0/4000100"), SECOND, WalDifference.at(Lsn.parse("0/3000200")));

        assertEquals(at("0/3000200"), divergence.fork());
        assertFalse(divergence.canBeRewound());
    }

    @Test
    void whatCannotBeComparedIsNotKnown() {
        var gone = WalDivergence.of(FIRST, at("0/4000000"), FIRST, WalDifference.unknown("gone"));
        var endless = WalDivergence.of(FIRST, Optional.empty(), FIRST, WalDifference.NONE);
        var stranger =
                WalDivergence.of(TimelineHistory.of(2, "7\t0/1\tx\n"), at("0/4000000"), FIRST, WalDifference.NONE);

        assertEquals("gone", gone.doubt());
        assertFalse(gone.isApart());
        assertFalse(endless.isKnown());
        assertFalse(stranger.isKnown());
        assertFalse(stranger.canBeRewound());
    }

    private static WalDivergence parted(TimelineHistory node, String end, TimelineHistory primary) {
        return WalDivergence.of(node, at(end), primary, WalDifference.NONE);
    }

    private static Optional<Lsn> at(String place) {
        return Optional.of(Lsn.parse(place));
    }
}
