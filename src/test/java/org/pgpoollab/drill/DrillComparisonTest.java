package org.pgpoollab.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.drill.Runs.loss;
import static org.pgpoollab.drill.Runs.neverServed;
import static org.pgpoollab.drill.Runs.result;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Golden;
import org.pgpoollab.drill.DrillComparison.Column;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

class DrillComparisonTest {

    private final DrillComparison comparison = new DrillComparison(List.of(
            new Column("machine", Runs.with(versions(15, 4, 3), loss(3100)), List.of()),
            new Column(
                    "trixie",
                    Runs.with(versions(17, 4, 6), loss(2400), loss(6500), loss(2600), loss(6700)),
                    List.of())));

    @Test
    void inTheTerminalLabsStandSideBySide() {
        Golden.assertGolden("drill/comparison.txt", String.join("\n", comparison.lines(TerminalLook.PLAIN)) + "\n");
    }

    @Test
    void asMarkdownItIsTheSame() {
        Golden.assertGolden("drill/comparison.md", comparison.markdown());
    }

    @Test
    void forProgramsEachLabHasItsVersions() {
        var labs = (List<?>) comparison.json().get("labs");

        var trixie = (Map<?, ?>) labs.get(1);
        assertEquals("trixie", trixie.get("title"));
        assertEquals("4.6", trixie.get("pgpool"));
        assertEquals(4, ((List<?>) trixie.get("runs")).size());
    }

    @Test
    void aRoundWithoutAResultIsToldAndMakesItIncomplete() {
        var failed = new DrillComparison(List.of(
                new Column("fast", result(loss(3100)), List.of()),
                new Column(
                        "bitnami",
                        DrillResult.joined(
                                Drill.PRIMARY_LOSS,
                                result().lab(),
                                ProgramVersions.UNKNOWN,
                                result().shape(),
                                List.of()),
                        List.of("round 1: the lab did not come up: no answer"))));

        assertFalse(failed.isComplete());
        var lines = failed.lines(TerminalLook.PLAIN);
        assertTrue(lines.contains("bitnami: round 1: the lab did not come up: no answer"), String.join("\n", lines));
        assertTrue(failed.html().contains("the lab did not come up"));
    }

    @Test
    void whatWasNotRedundantAgainMakesItIncomplete() {
        var column = new Column("fast", result(neverServed("no primary")), List.of());

        assertFalse(column.isComplete());
        assertTrue(comparison.isComplete());
    }

    private static ProgramVersions versions(int postgres, int major, int minor) {
        return ProgramVersions.of(
                ProgramVersion.of(postgres), ProgramVersion.of(5, 4), ProgramVersion.of(major, minor));
    }
}
