package org.pgpoollab.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.drill.Runs.loss;
import static org.pgpoollab.drill.Runs.neverServed;
import static org.pgpoollab.drill.Runs.result;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Golden;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.load.LoadReport;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.StatementOutcomes;
import org.pgpoollab.report.TerminalLook;
import org.xml.sax.InputSource;

class DrillReportTest {

    private final DrillReport threeRuns = new DrillReport(result(loss(3100), loss(2900), loss(3300)));

    @Test
    void runsStandBelowEachOtherAndWhatTheyHaveInCommonBelowThem() {
        assertLines("""
                primary-loss: the primary's host loses its power
                lab demo, 3+3, profile fast; 4 clients, 100 writes/s, 100 reads/s

                run     no writes  no reads  redundant  rejoin   whole
                1          3.10 s    0.00 s     3.60 s  1.95 s  9.00 s
                2          2.90 s    0.00 s     3.40 s  1.95 s  9.00 s
                3          3.30 s    0.00 s     3.80 s  1.95 s  9.00 s
                min        2.90 s    0.00 s     3.40 s  1.95 s  9.00 s
                median     3.10 s    0.00 s     3.60 s  1.95 s  9.00 s
                max        3.30 s    0.00 s     3.80 s  1.95 s  9.00 s

                what made the time of a typical run, kill pg-0:
                   +0.11 s  pg-0 fell silent
                   +2.90 s  pg-1 promoted
                   +3.05 s  pgpool-0 writes to pg-1

                1,234 writes acknowledged, 0 lost; 3 unanswered, 1 of them arrived; 0 twice
                """, threeRuns);
    }

    @Test
    void whatWasNotRedundantAgainByItselfIsSaidAndHasNoFigure() {
        var lines = new DrillReport(result(neverServed("no node is primary"))).lines(TerminalLook.PLAIN);

        assertTrue(
                lines.contains(
                        "after kill pg-0 the rest was not redundant again before it was repaired: no node is primary"),
                String.join("\n", lines));
        assertEquals("run  no writes  no reads  rejoin   whole", lines.get(3));
    }

    @Test
    void whatARepairDiscardedIsNamed() {
        var report = new DrillReport(result(
                loss(2900),
                Runs.discarding(3100, "4 transactions; 3 acknowledged writes of the load are not on pg-1")));
        var named = "rejoin pg-0 discarded what only pg-0 had: 4 transactions;"
                + " 3 acknowledged writes of the load are not on pg-1";

        assertEquals(
                1,
                report.lines(TerminalLook.PLAIN).stream().filter(named::equals).count());
        assertTrue(report.markdown().contains(named));
        assertTrue(report.html().contains(named));
        assertTrue(report.json().toString().contains("discarded=4 transactions"));
    }

    @Test
    void aStormNamesItToo() {
        var round = new StormResult.Round(
                Given.NOW,
                List.of("kill pg-0"),
                Given.NOW,
                Given.NOW,
                Runs.discarding(9, "4 transactions").repaired(),
                new LoadReport(
                        Given.NOW,
                        Given.NOW,
                        LoadShape.USUAL,
                        StatementOutcomes.NONE,
                        StatementOutcomes.NONE,
                        new TreeMap<>(),
                        "",
                        List.of(),
                        result().verdict()));
        var report = new StormReport(new StormResult(
                result().lab(), result().shape(), 7, Given.NOW, List.of(round), result().verdict(), true));

        assertTrue(
                report.lines(TerminalLook.PLAIN).contains("rejoin pg-0 discarded what only pg-0 had: 4 transactions"));
    }

    @Test
    void forProgramsLengthsAreSeconds() {
        var json = threeRuns.json();

        assertEquals("primary-loss", json.get("drill"));
        assertEquals(
                Map.of("min", 2.9, "median", 3.1, "max", 3.3, "runs", 3),
                ((Map<?, ?>) json.get("figures")).get("writeOutage"));
        assertEquals(3, ((List<?>) json.get("runs")).size());
    }

    @Test
    void asMarkdownItIsTheSame() {
        Golden.assertGolden("drill/primary-loss.md", threeRuns.markdown());
    }

    @Test
    void asOnePageItNeedsNothingElseAndIsWellFormed() throws Exception {
        var html = threeRuns.html();

        Golden.assertGolden("drill/primary-loss.html", html);
        assertEquals(
                List.of(),
                List.of("http://", "https://", "src=", "@import").stream()
                        .filter(html::contains)
                        .toList());
        var drawn = html.substring(html.indexOf("<svg"), html.indexOf("</svg>") + "</svg>".length());
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(drawn)));
    }

    private static void assertLines(String expected, DrillReport report) {
        assertEquals(expected, String.join("\n", report.lines(TerminalLook.PLAIN)) + "\n");
    }
}
