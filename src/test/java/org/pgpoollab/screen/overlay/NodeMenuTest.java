package org.pgpoollab.screen.overlay;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.healthy;
import static org.pgpoollab.screen.overlay.Goldens.assertFits;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.catalog.Syntax;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.screen.picture.GlyphStyle.Mark;
import org.pgpoollab.topology.Node;

class NodeMenuTest {

    @Test
    void aHealthyPrimaryCanBeStoppedAndDetached() {
        assertMenu("""
                ┌ pg-0 ────────────────────────────────────────────┐
                │  S start    ✗ it runs already                    │
                │  T stop     stop pg-0                            │
                │  R restart  restart pg-0                         │
                │  A attach   ✗ every pgpool holds it up already   │
                │  D detach   detach pg-0                          │
                │  J rejoin   ✗ it is the primary                  │
                │  C reclone  ✗ it is the primary                  │
                │  O switch   ✗ it is the primary                  │
                │  M promote  ✗ pg-0 is primary                    │
                │  L logs     logs pg-0 -f                         │
                │  P psql     psql --on pg-0                       │
                │  X shell    exec pg-0                            │
                │  I details  (F4)                                 │
                │  K kill     kill pg-0                            │
                │  U pause    pause pg-0                           │
                │  N isolate  isolate pg-0                         │
                │  G lag      ✗ it is the primary                  │
                │  F fill     fill pg-0                            │
                │  B promote! ✗ it is the primary                  │
                │  H heal     ✗ nothing was done to it             │
                └───────────────────────────────────── Esc closes ─┘
                """, healthy(), "pg-0");
    }

    @Test
    void aStoppedNodeCanOnlyBeStarted() {
        assertRefusals("""
                stop: it does not run: start it
                restart: it does not run: start it
                attach: pg-2 does not answer (connection refused, for 4 s)
                detach: every pgpool holds it down already
                switch: pg-2 does not answer (connection refused, for 4 s)
                promote: pg-0 is primary
                psql: it does not answer: connection refused, for 4 s
                lag: it does not answer: connection refused, for 4 s
                promote!: it does not answer: connection refused, for 4 s
                heal: nothing was done to it
                """, healthy().stopped("pg-2"), "pg-2");
    }

    @Test
    void aStandbyThatStreamsAndIsDetachedCanBeAttached() {
        assertRefusals("""
                start: it runs already
                detach: every pgpool holds it down already
                promote: pg-0 is primary
                heal: nothing was done to it
                """, healthy().status("pg-1", "down"), "pg-1");
    }

    @Test
    void aStandbyThatDoesNotStreamMustNotBeAttached() {
        assertRefusals("""
                start: it runs already
                attach: pg-1 has no WAL receiver
                detach: every pgpool holds it down already
                switch: pg-1 has no WAL receiver
                promote: pg-0 is primary
                heal: nothing was done to it
                """, healthy().notStreaming("pg-1").status("pg-1", "down"), "pg-1");
    }

    @Test
    void aBackendThatPoolsDisagreeOnCanBeAttachedAndDetached() {
        assertRefusals(
                "start: it runs already\npromote: pg-0 is primary\nheal: nothing was done to it\n",
                healthy().status("pgpool-1", "pg-1", "down"),
                "pg-1");
    }

    @Test
    void aSecondPrimaryMustNotBeAttached() {
        assertRefusals("""
                start: it runs already
                attach: it is a second primary
                detach: every pgpool holds it down already
                switch: there must be one primary: reconfigure
                promote: pg-0 and pg-1 are primaries
                lag: it is the primary
                promote!: it is the primary
                heal: nothing was done to it
                """, healthy().primary("pg-1").status("pg-1", "down"), "pg-1");
    }

    @Test
    void withoutAnyPgpoolNothingIsAttachedOrDetached() {
        var given = healthy(2, 1).silent("pgpool-0");

        assertRefusals("""
                start: it runs already
                attach: no pgpool answers
                detach: no pgpool answers
                promote: pg-0 is primary
                heal: nothing was done to it
                """, given, "pg-1");
    }

    @Test
    void aNodeWithoutItsRepmgrdCanBeStarted() {
        assertRefusals(
                "attach: every pgpool holds it up already\npromote: pg-0 is primary\nheal: nothing was done to it\n",
                healthy().repmgrdStopped("pg-1"),
                "pg-1");
    }

    @Test
    void aNodeThatIsStuckCanStillBeStopped() {
        assertRefusals("""
                attach: every pgpool holds it up already
                switch: pg-1 does not answer (no answer within 2 s, for 4 s)
                promote: pg-0 is primary
                psql: it does not answer: no answer within 2 s, for 4 s
                lag: it does not answer: no answer within 2 s, for 4 s
                promote!: it does not answer: no answer within 2 s, for 4 s
                heal: nothing was done to it
                """, healthy().silent("pg-1", "no answer within 2 s", Given.ago(4)), "pg-1");
    }

    @Test
    void ofANodeThatWasNotAskedYetNothingIsRefusedOutOfIgnorance() {
        assertRefusals(
                "attach: every pgpool holds it up already\npromote: pg-0 is primary\nheal: nothing was done to it\n",
                healthy().unasked("pg-1"),
                "pg-1");
    }

    @Test
    void aLeaderIsNoBackend() {
        assertMenu("""
                ┌ pgpool-0 ────────────────────────────┐
                │  S start    ✗ it runs already        │
                │  T stop     stop pgpool-0            │
                │  R restart  restart pgpool-0         │
                │  L logs     logs pgpool-0 -f         │
                │  P psql     psql --on pgpool-0       │
                │  X shell    exec pgpool-0            │
                │  I details  (F4)                     │
                │  K kill     kill pgpool-0            │
                │  U pause    pause pgpool-0           │
                │  N isolate  isolate pgpool-0         │
                │  E lie      lie pgpool-0 pg-2        │
                │  H heal     ✗ nothing was done to it │
                └───────────────────────── Esc closes ─┘
                """, healthy(), "pgpool-0");
    }

    @Test
    void aStoppedPoolCanBeStarted() {
        assertRefusals("""
                stop: it does not run: start it
                restart: it does not run: start it
                psql: it does not answer: connection refused, for 4 s
                heal: nothing was done to it
                """, healthy().stopped("pgpool-1"), "pgpool-1");
    }

    @Test
    void whoeverMayOnlyReadMayLookAtLogsAndDetails() {
        var menu = NodeMenu.of(healthy().state(), Node.postgres(1), true);

        var possible = menu.items().stream()
                .filter(MenuItem::isPossible)
                .map(MenuItem::label)
                .toList();

        assertEquals(List.of("logs", "details"), possible);
        assertEquals(9, menu.firstPossible());
    }

    @Test
    void aReasonThatIsTooLongForTheWindowIsCutWhereOneCanSeeIt() {
        var menu = NodeMenu.of(healthy().stopped("pg-2").state(), Node.postgres(2), false);

        assertEquals("""
                + pg-2 -------------------------------+
                |  S start    start pg-2              |
                |  T stop     x it does not run: sta~ |
                |  R restart  x it does not run: sta~ |
                |  A attach   x pg-2 does not answer~ |
                +------------------------ Esc closes -+
                """, menu.picture(39, 6, 0, OverlayStyles.ASCII).text());
    }

    @Test
    void everyCommandIsOneOfTheCatalog() {
        for (var node : healthy().lab().nodes()) {
            for (var item : NodeMenu.of(healthy().state(), node, false).items()) {
                assertTrue(item.opensDetails()
                        || Catalog.known(item.commandLine().split(" ")[0]).isPresent());
            }
        }
    }

    @Test
    void whatWasDoneToANodeCanBeUndoneAndNotBeDoneTwice() {
        var pg1 = Node.postgres(1);
        var given = healthy().fault("pause pg-1").fault("isolate pg-1").fault("fill pg-1");
        var menu = NodeMenu.of(given.state(), pg1, false);

        assertEquals("resume pg-1", menu.item('u').orElseThrow().commandLine());
        assertEquals("it is isolated already", menu.item('n').orElseThrow().whyNot());
        assertEquals("its disk is full already", menu.item('f').orElseThrow().whyNot());
        assertEquals("heal pg-1", menu.item('h').orElseThrow().commandLine());
        assertTrue(menu.item('h').orElseThrow().isPossible());
    }

    @Test
    void everyCommandThatIsTypedIsUnderstood() {
        for (var node : healthy().lab().nodes()) {
            for (var item : NodeMenu.of(healthy().state(), node, false).items()) {
                if (!item.opensDetails()) {
                    var words = List.of(item.commandLine().split(" "));
                    assertDoesNotThrow(
                            () -> Syntax.of(Catalog.find(words.get(0))).read(words.subList(1, words.size())),
                            item.commandLine());
                }
            }
        }
    }

    @Test
    void everyItemHasALetterOfItsOwn() {
        var menu = NodeMenu.of(healthy().state(), Node.postgres(0), false);

        var letters = new HashSet<Character>();
        menu.items().forEach(item -> letters.add(item.letter()));

        assertEquals(menu.items().size(), letters.size());
        assertEquals("detach pg-0", menu.item('D').orElseThrow().commandLine());
    }

    @Test
    void theSelectionGoesRound() {
        var menu = NodeMenu.of(healthy().state(), Node.pgpool(0), false);

        assertEquals(0, menu.moved(11, 1));
        assertEquals(11, menu.moved(0, -1));
    }

    @Test
    void theSelectedLineIsSeenInATinyWindow() {
        var menu = NodeMenu.of(healthy().state(), Node.postgres(0), false);

        var tiny = menu.picture(12, 3, 11, OverlayStyles.PLAIN);

        assertEquals(" L logs\n P psql\n X shell\n I details\n".lines().skip(1).toList(), tiny.lines());
        assertTrue(tiny.glyph(0, 1).style().has(Mark.REVERSE));
    }

    @Test
    void aMenuFitsIntoAnySize() {
        var menu = NodeMenu.of(healthy().state(), Node.postgres(0), false);

        for (var columns = 0; columns < 70; columns++) {
            for (var rows = 0; rows < 14; rows++) {
                assertFits(columns, rows, menu.picture(columns, rows, 4, OverlayStyles.ASCII));
            }
        }
    }

    private static void assertMenu(String expected, Given given, String node) {
        var menu = NodeMenu.of(given.state(), Node.parse(node).orElseThrow(), false);

        assertEquals(expected, menu.picture(52, 24, 1, OverlayStyles.PLAIN).text());
    }

    /**
     * Checks the refused items of a menu.
     *
     * @param expected a line for each refused item: its label and the reason
     */
    private static void assertRefusals(String expected, Given given, String node) {
        var refusals = new StringBuilder();
        for (var item : NodeMenu.of(given.state(), Node.parse(node).orElseThrow(), false)
                .items()) {
            if (!item.isPossible()) {
                refusals.append(item.label()).append(": ").append(item.whyNot()).append('\n');
            }
        }

        assertEquals(expected, refusals.toString());
    }
}
