package org.pgpoollab.plan.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.repair.DivergedWalSummary;
import org.pgpoollab.repair.TableRows;

class AgreedLossTest {

    private final List<String> told = new ArrayList<>();
    private final AgreedLoss agreed = new AgreedLoss();

    @Test
    void rowsThatWereWrittenSinceTheQuestionAreAskedAbout() {
        shown(rows("public.early", 7));

        agreed.confirm(() -> rows("file 16500", 84), () -> told.add("grown"));

        assertEquals(List.of("grown", "ask 84", "discard 84"), told);
    }

    @Test
    void theSameRowsAreNotAskedAboutAgainThoughTheirTableHasNoNameAnyMore() {
        shown(rows("public.early", 7));

        agreed.confirm(() -> rows("file 16500", 7), () -> told.add("grown"));

        assertEquals(List.of("discard 7"), told);
    }

    @Test
    void aRowOfRepmgrsOwnIsNotAskedAbout() {
        shown(rows("public.early", 7));

        agreed.confirm(
                () -> summary(List.of(row("public.early", 7), row("repmgr.events", 1))), () -> told.add("grown"));

        assertEquals(List.of("discard 7"), told);
    }

    @Test
    void definitionsThatWereChangedSinceTheQuestionAreAskedAbout() {
        shown(rows("public.early", 7));

        agreed.confirm(() -> summary(List.of(row("public.early", 7)), 12), () -> told.add("grown"));

        assertEquals("grown", told.get(0));
    }

    @Test
    void aNoEndsThePlanBeforeAnythingIsDiscarded() {
        agreed.isOf(
                rows("public.early", 7),
                more -> {
                    throw LabException.failed("Nothing was done", "the answer was not yes", "");
                },
                lost -> told.add("discard"));

        assertThrows(LabException.class, () -> agreed.confirm(() -> rows("public.early", 8), () -> {}));

        assertEquals(List.of(), told);
    }

    @Test
    void aCountThatCannotBeMadeAnyMoreIsAskedAbout() {
        shown(rows("public.early", 7));

        agreed.confirm(() -> DivergedWalSummary.uncounted(Lsn.INVALID, "its WAL is gone"), () -> told.add("grown"));

        assertEquals("grown", told.get(0));
    }

    private void shown(DivergedWalSummary loss) {
        agreed.isOf(loss, more -> told.add("ask " + count(more)), lost -> told.add("discard " + count(lost)));
    }

    private static long count(DivergedWalSummary loss) {
        return loss.rows().stream().mapToLong(TableRows::all).sum();
    }

    private static DivergedWalSummary rows(String table, long number) {
        return summary(List.of(row(table, number)));
    }

    private static TableRows row(String table, long number) {
        return new TableRows(table, "lab", number, 0, 0);
    }

    private static DivergedWalSummary summary(List<TableRows> rows) {
        return summary(rows, 0);
    }

    private static DivergedWalSummary summary(List<TableRows> rows, long definitions) {
        return new DivergedWalSummary(1, 842, new Lsn(1), "", "", rows, definitions, "", "");
    }
}
