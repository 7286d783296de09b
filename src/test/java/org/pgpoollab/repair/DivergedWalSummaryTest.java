package org.pgpoollab.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.repair.WalTally.RelationFile;

class DivergedWalSummaryTest {

    private static final Lsn FORK = Lsn.parse("0/4000028");
    private static final String COUNTED = """
            commits 2
            first 2026-11-28 00:53:35
            last 2026-11-28 00:53:41
            rows 1663/16384/16390 INSERT 3
            rows 1663/16384/16390 HOT_UPDATE 1
            rows 1663/16384/16400 MULTI_INSERT 1200
            rows 1663/16384/1259 INSERT 7
            end rmgr: Transaction len (rec/tot):     34/    34, tx: 743, lsn: 0/40000C8, prev 0/4000060, desc: COMMIT
            """;

    @Test
    void commitsTheirTimesAndRowsByTableAreTold() {
        var tally = WalTally.parse(COUNTED);

        var there = DivergedWalSummary.of(
                tally,
                FORK,
                List.of(new TableRows("history", "lab", 1200, 0, 0), new TableRows("orders", "lab", 3, 1, 0)));

        assertEquals(
                "2 transactions from 2026-11-28 00:53:35 to 2026-11-28 00:53:41, 194 bytes of WAL since 0/4000028;"
                        + " 1,200 rows of history in lab, 4 rows of orders in lab; definitions",
                there.inWords());
        assertEquals(
                List.of(
                        "history in lab: 1,200 rows inserted",
                        "orders in lab: 3 rows inserted, 1 updated",
                        "definitions (create, alter, drop, grant): 7 rows of the system catalogs",
                        "not counted: sequences, statistics of ANALYZE, and unlogged tables, which are never in WAL"),
                there.byKind());
        assertTrue(there.matters());
    }

    @Test
    void tablesWithMostRowsComeFirstAndCatalogsAreNone() {
        var tally = WalTally.parse(COUNTED);

        assertEquals(
                List.of(new RelationFile(1663, 16384, 16400), new RelationFile(1663, 16384, 16390)), tally.tables());
        assertEquals(7, tally.definitions());
    }

    @Test
    void largeObjectsAreDataOfUsersAndStatisticsAreNoDefinitions() {
        var tally = WalTally.parse("""
                commits 2
                rows 1663/16384/2613 INSERT 12
                rows 1663/16384/2995 INSERT 1
                rows 1663/16384/2619 INSERT 40
                """);

        assertEquals(List.of(new RelationFile(1663, 16384, 2613)), tally.tables());
        assertEquals(0, tally.definitions());
    }

    @Test
    void itIsSaidHowManyMoreTablesThereAre() {
        var rows = Stream.of("a", "b", "c", "d", "e")
                .map(table -> new TableRows(table, "lab", 1, 0, 0))
                .toList();

        assertTrue(DivergedWalSummary.of(WalTally.parse(COUNTED), FORK, rows)
                .inWords()
                .endsWith("1 row of c in lab and 2 more tables; definitions"));
    }

    @Test
    void theWordOfALedgerStandsBehindIt() {
        assertEquals(
                "what it wrote on its own cannot be counted; 3 acknowledged writes of the load are not on pg-0",
                DivergedWalSummary.uncounted(Lsn.INVALID, "")
                        .with("3 acknowledged writes of the load are not on pg-0")
                        .inWords());
    }

    @Test
    void whatCannotBeCountedMatters() {
        var unread = DivergedWalSummary.of(WalTally.parse(""), FORK, List.of());
        var gone = DivergedWalSummary.uncounted(Lsn.INVALID, "the WAL files that would show it are gone");

        assertTrue(unread.matters());
        assertTrue(gone.matters());
        assertEquals(
                "what it wrote on its own cannot be counted: the WAL files that would show it are gone",
                gone.inWords());
        assertFalse(DivergedWalSummary.of(WalTally.parse("commits 0\n"), FORK, List.of())
                .matters());
        assertFalse(DivergedWalSummary.NOTHING.matters());
        assertEquals("no transaction", DivergedWalSummary.NOTHING.inWords());
        assertEquals(0, DivergedWalSummary.NOTHING.transactions());
    }
}
