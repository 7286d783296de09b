package org.pgpoollab.screen.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.given;
import static org.pgpoollab.cluster.Given.healthy;
import static org.pgpoollab.screen.overlay.Goldens.assertFits;
import static org.pgpoollab.screen.overlay.Goldens.assertPicture;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.screen.keys.KeyAction;
import org.pgpoollab.screen.keys.KeyBindings;
import org.pgpoollab.screen.keys.KeyContext;
import org.pgpoollab.topology.Node;

class TextViewerTest {

    private static final List<String> LOG = List.of(
            "2026-01-01 11:59:58.120 UTC [412] LOG:  received fast shutdown request",
            "2026-01-01 11:59:58.310 UTC [412] LOG:  日本語 \033[31mred\033[0m\ttab");

    private static final List<String> EDITED = TextDiff.between(
            "port = 5432\nmax_connections = 236\nwal_level = replica\n",
            "port = 5432\nmax_connections = 100\nwal_level = replica\n");

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 36", "40, 12", "20, 5"})
    void helpIsMadeOfKeysAndCommands(int columns, int rows) {
        var help = HelpOverlay.of(KeyContext.PROMPT);

        assertPicture("help-%dx%d".formatted(columns, rows), help.picture(columns, rows, 0, OverlayStyles.PLAIN));
    }

    @Test
    void helpCanBeReadToItsEnd() {
        var help = HelpOverlay.of(KeyContext.PROMPT);

        assertPicture("help-80x24-end", help.picture(80, 24, 10_000, OverlayStyles.PLAIN));
        assertPicture("help-80x24-ascii", help.picture(80, 24, help.page(80, 24), OverlayStyles.ASCII));
    }

    @Test
    void helpNamesEveryKey() {
        var text = HelpOverlay.of(KeyContext.NODE)
                .picture(200, 200, 0, OverlayStyles.PLAIN)
                .text();

        KeyBindings.all().forEach(binding -> assertTrue(text.contains(binding.sentence()), binding.sentence()));
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 60", "30, 8"})
    void aHealthyPrimaryIsDescribed(int columns, int rows) {
        assertDetails("primary", columns, rows, healthy().state(), "pg-0");
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 60"})
    void aStandbyThatStreamsButIsHeldDownIsDescribed(int columns, int rows) {
        assertDetails(
                "detached", columns, rows, healthy().status("pg-1", "down").state(), "pg-1");
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 60"})
    void aStoppedNodeIsDescribed(int columns, int rows) {
        assertDetails("stopped", columns, rows, healthy().stopped("pg-2").state(), "pg-2");
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 60"})
    void aLeaderIsDescribed(int columns, int rows) {
        assertDetails("leader", columns, rows, healthy().clients("pgpool-0", 4).state(), "pgpool-0");
    }

    @Test
    void aSilentPoolIsDescribed() {
        assertDetails("silent-pool", 80, 24, healthy().silent("pgpool-1").state(), "pgpool-1");
    }

    @Test
    void aLabOfOneAndOneIsDescribed() {
        assertDetails(
                "only-pool", 80, 24, given().primary("pg-0").pool("pgpool-0").state(), "pgpool-0");
    }

    @Test
    void nothingIsClaimedOfANodeThatNobodyHasAsked() {
        var state = healthy().unasked("pg-0").unasked("pgpool-0").state();

        assertDetails("unasked", 80, 24, state, "pg-0");
        assertDetails("unasked-pool", 80, 24, state, "pgpool-0");
    }

    @Test
    void findingsAboutOthersAreLeftOut() {
        var state = healthy().stopped("pg-2").state();

        assertTrue(NodeDetailsModel.of(state, Node.postgres(1), List.of(), List.of())
                .findings()
                .isEmpty());
        assertFalse(NodeDetailsModel.of(state, Node.postgres(2), List.of(), List.of())
                .findings()
                .isEmpty());
    }

    @Test
    void aSheetFitsIntoAnySizeAtAnyOffset() {
        var sheet = NodeDetails.of(NodeDetailsModel.of(healthy().state(), Node.postgres(0), LOG, EDITED));

        for (var columns : List.of(0, 1, 2, 5, 11, 12, 13, 20, 80, 500)) {
            for (var rows : List.of(0, 1, 2, 3, 4, 5, 24, 200)) {
                for (var offset : List.of(-5, 0, 7, 1_000_000)) {
                    assertFits(columns, rows, sheet.picture(columns, rows, offset, OverlayStyles.PLAIN));
                }
            }
        }
    }

    @Test
    void aSearchShowsWhereItStands() {
        assertEquals(
                "/fail\n",
                SearchLine.typing("fail").picture(30, OverlayStyles.PLAIN).text());
        assertEquals(
                "/fail                  3 of 12\n",
                SearchLine.found("fail", 3, 12).picture(30, OverlayStyles.PLAIN).text());
        assertEquals(
                "/fail        not found\n",
                SearchLine.found("fail", 0, 0).picture(22, OverlayStyles.PLAIN).text());
    }

    @Test
    void theEndOfALongSearchIsSeenWithTheCursorBehindIt() {
        var line = SearchLine.typing("日本語 failover of pg-1").picture(12, OverlayStyles.PLAIN);

        assertEquals("/er of pg-1\n", line.text());
        assertEquals(11, line.cursor().orElseThrow().column());
    }

    @Test
    void aLineOfKeysFitsIntoAnyWidth() {
        assertEquals(
                " F1 help  F2 view  F3 events  F4 node  PgUp/PgDn scroll  ^C stop  ^D leave\n",
                KeyBarLine.picture(KeyContext.PROMPT, Set.of(KeyAction.LESSON), 80, OverlayStyles.PLAIN)
                        .text());
        for (var columns = 0; columns < 130; columns++) {
            assertFits(
                    columns,
                    1,
                    KeyBarLine.picture(KeyContext.PROMPT, Set.of(KeyAction.LESSON), columns, OverlayStyles.PLAIN));
            assertFits(columns, 1, SearchLine.typing("日本語").picture(columns, OverlayStyles.PLAIN));
        }
    }

    private static void assertDetails(String name, int columns, int rows, ClusterState state, String node) {
        var sheet = NodeDetails.of(NodeDetailsModel.of(state, Node.parse(node).orElseThrow(), LOG, EDITED));

        assertPicture(
                "details-%s-%dx%d".formatted(name, columns, rows),
                sheet.picture(columns, rows, 0, OverlayStyles.PLAIN));
    }
}
