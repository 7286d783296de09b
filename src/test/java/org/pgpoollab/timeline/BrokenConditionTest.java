package org.pgpoollab.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BrokenConditionTest {

    @Test
    void oneSnapshotAloneProvesNothing() {
        assertFalse(BrokenCondition.NONE.next(false).isCertain());
        assertFalse(BrokenCondition.NONE.next(false).next(true).next(false).isCertain());
        assertTrue(BrokenCondition.NONE.next(false).next(false).isCertain());
    }

    @Test
    void whatIsKnownToBeBrokenNeedsNoSecondSnapshot() {
        var longBroken = BrokenCondition.NONE.next(false).next(false).next(false);

        assertTrue(BrokenCondition.NONE.certain().isCertain());
        assertEquals(longBroken, longBroken.certain());
        assertEquals(BrokenCondition.NONE, longBroken.next(true));
    }
}
