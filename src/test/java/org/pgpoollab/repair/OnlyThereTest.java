package org.pgpoollab.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Lsn;

class OnlyThereTest {

    private static final Lsn FORK = Lsn.parse("0/4000028");

    @Test
    void commitsAndBytesSinceTheForkAreCounted() {
        var there = OnlyThere.parse(
                "2\nrmgr: Transaction len (rec/tot):     34/    34, tx: 743, lsn: 0/40000C8, prev 0/4000060, desc: COMMIT\n",
                FORK);

        assertEquals("2 transactions, 194 bytes of WAL since 0/4000028", there.inWords());
        assertTrue(there.matters());
    }

    @Test
    void whatCannotBeCountedMatters() {
        assertTrue(OnlyThere.parse("", FORK).matters());
        assertFalse(OnlyThere.parse("0\n", FORK).matters());
        assertFalse(OnlyThere.NOTHING.matters());
    }

    @Test
    void historiesPartWhereTheFirstOfThemTurned() {
        var first = TimelineHistory.of(1, "");
        var second = TimelineHistory.of(2, "1\t0/4000028\tno recovery target specified\n");
        var third = TimelineHistory.of(3, "1\t0/3000000\tno recovery target specified\n");

        assertEquals(Optional.of(FORK), first.fork(second));
        assertEquals(Optional.of(FORK), second.fork(first));
        assertEquals(Optional.of(Lsn.parse("0/3000000")), second.fork(third));
        assertEquals(Optional.empty(), first.fork(first));
    }
}
