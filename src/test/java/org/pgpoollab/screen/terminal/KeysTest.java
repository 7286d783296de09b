package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.screen.picture.Colour;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.timeline.Event.Effect;
import org.pgpoollab.timeline.Event.Kind;
import org.pgpoollab.topology.Node;

/** Tests what keys and the mouse do on the screen of a running lab. */
@Timeout(60)
class KeysTest extends OpenScreen {

    @Override
    @BeforeEach
    void open() {
        screenTest.session.connections = IntStream.range(0, 200)
                .mapToObj(number -> "line " + number + ".")
                .toList();
        super.open();
    }

    @Test
    void helpOpensAndCloses() {
        tty.press(ScreenTestSession.F1);
        tty.await("Shows this help.");

        tty.press("q");

        tty.awaitNo("Shows this help.");
        tty.press("status");
        tty.await("lab> status");
    }

    @Test
    void theViewGoesThroughItsModes() {
        tty.press(ScreenTestSession.F2);
        tty.await("the grid and one line", picture -> row(picture, "lab>") > 25);
        assertTrue(tty.picture().text().contains("Pgpool-II"));

        tty.press(ScreenTestSession.F2);
        tty.await(
                "the prompt alone",
                picture -> picture.text().contains("lab>") && !picture.text().contains("Pgpool-II"));

        tty.press(ScreenTestSession.F2);
        tty.await(
                "both",
                picture -> picture.text().contains("lab>") && picture.text().contains("Pgpool-II"));
    }

    @Test
    void eventsBecomeLargeAndSmallAgain() {
        tty.press(ScreenTestSession.F3);
        tty.await("no grid", picture -> !picture.text().contains("says of itself"));

        tty.press(ScreenTestSession.ESCAPE);

        tty.await("says of itself");
    }

    @Test
    void enterOnAnEventShowsItsLogLinesEachWithItsMeaning() {
        var at = Given.NOW;
        screenTest.feed.logLines.add(
                new LogLine(at, Node.pgpool(0), "pgpool.log", "watchdog pid 16: LOG:  We have lost the quorum"));
        screenTest.feed.tell(new Event(
                at, Kind.QUORUM, Effect.TROUBLE, List.of("pgpool-0"), "the quorum is lost", Event.Source.SEEN));
        tty.await("the quorum is lost");
        tty.press(ScreenTestSession.F3);
        tty.await("no grid", picture -> !picture.text().contains("says of itself"));

        tty.press("\r");

        tty.await("We have lost the quorum");
        assertTrue(
                tty.picture().text().contains("= Too few pgpools are left to decide"),
                tty.picture().text());
        tty.press(ScreenTestSession.ESCAPE);
        tty.awaitNo("We have lost the quorum");
    }

    @Test
    void detailsOpenAtOnceAndWhatIsInFilesComesLater() {
        tty.press(ScreenTestSession.ALT_DOWN);
        awaitSelected("pg-0");
        tty.press(ScreenTestSession.F4);
        tty.await("details of pg-0", picture -> picture.text().contains("PostgreSQL") && isOpen(picture));

        screenTest.feed.particulars.complete(
                new LabFeed.Particulars(List.of("LOG:  ready to accept connections"), List.of()));
        tty.press("G");

        tty.await("ready to accept connections");
        tty.press(ScreenTestSession.ESCAPE);
        tty.awaitNo("ready to accept connections");
    }

    @Test
    void aLetterOfTheMenuTypesTheCommandAndDoesNotSendIt() {
        tty.press("something typed before");
        tty.await("lab> something typed before");
        tty.press(ScreenTestSession.ALT_DOWN, ScreenTestSession.ALT_DOWN);
        awaitSelected("pg-1");
        tty.press("\r");
        var menu = tty.await("a menu", picture -> picture.text().contains("stop pg-1"));
        assertTrue(menu.text().contains("restart pg-1"), menu.text());

        tty.press("t");

        tty.await(
                "the command at the prompt",
                picture ->
                        picture.lines().stream().anyMatch(line -> line.startsWith("lab> st") && line.endsWith("pg-1")));
        assertTrue(screenTest.session.done.isEmpty());
        tty.press("\r");
        tty.awaitTrue("done", () -> !screenTest.session.done.isEmpty());
    }

    @Test
    void typingLetsASelectedNodeGo() {
        tty.press(ScreenTestSession.ALT_DOWN);
        awaitSelected("pg-0");

        tty.press("x");

        tty.await("lab> x");
        tty.await("none selected", picture -> !isSelected(picture, "pg-0"));
    }

    @Test
    void theOutputIsScrolledBackAndForth() {
        screenTest.type("connect");
        tty.await("line 199.");

        tty.press(ScreenTestSession.PAGE_UP);
        tty.awaitNo("line 199.");
        tty.press(ScreenTestSession.PAGE_DOWN);

        tty.await("line 199.");
    }

    @Test
    void theOutputIsSearched() {
        screenTest.type("connect");
        tty.await("line 199.");
        tty.press(ScreenTestSession.PAGE_UP);
        tty.awaitNo("line 199.");
        var page = top(tty.picture());
        tty.press("/", "line 1", "\r");
        var first = awaitTop(number -> number < page);

        tty.press("n");
        var second = awaitTop(number -> number < first);
        tty.press("n");
        awaitTop(number -> number < second);
        tty.press("N");
        awaitTop(number -> number == second);
        tty.press(ScreenTestSession.ESCAPE);

        tty.await("line 199.");
        tty.press("x");
        tty.await("lab> x");
    }

    @Test
    void aClickSelectsAndASecondOneOpensTheMenu() {
        var row = row(tty.picture(), "pg-1 ");
        tty.press(click(5, row));
        awaitSelected("pg-1");

        tty.press(click(5, row));

        tty.await("stop pg-1");
    }

    @Test
    void theWheelScrollsTheOutput() {
        screenTest.type("connect");
        tty.await("line 199.");

        tty.press(wheelUp(5, 27));
        tty.awaitNo("line 199.");
        tty.press(wheelDown(5, 27));

        tty.await("line 199.");
    }

    @Test
    void aKeyThatIsUnknownDoesNothing() {
        tty.press("\033[99;99~", "\033[200z", "\033OZ");

        tty.press("abc");

        tty.await("abc");
    }

    @Test
    void theScreenIsDrawnAnewWhenSomethingElseWroteToIt() {
        tty.wire().scribble("SOMETHING ELSE");
        tty.await("SOMETHING ELSE");

        tty.press("\014");

        tty.awaitNo("SOMETHING ELSE");
        assertEquals(1, tty.picture().lines().stream().filter("lab>"::equals).count());
    }

    private void awaitSelected(String node) {
        tty.await(node + " selected", picture -> isSelected(picture, node));
    }

    private static boolean isSelected(Picture picture, String node) {
        var row = row(picture, node + " ");
        return row < picture.rows() && isMarked(picture.glyph(3, row).style());
    }

    private static boolean isMarked(GlyphStyle style) {
        return style.has(GlyphStyle.Mark.REVERSE) || !style.background().equals(Colour.DEFAULT);
    }

    private static boolean isOpen(Picture picture) {
        return picture.text().contains("Esc");
    }

    /** Waits until the number of the first visible line of output is as expected, and returns it. */
    private int awaitTop(IntPredicate expected) {
        return top(tty.await("that line on top", picture -> expected.test(top(picture))));
    }

    private static int top(Picture picture) {
        var line = picture.line(row(picture, "└") + 1);
        return line.startsWith("line ") ? Integer.parseInt(line.replaceAll("\\D", "")) : Integer.MAX_VALUE;
    }

    private static int row(Picture picture, String text) {
        return (int)
                picture.lines().stream().takeWhile(line -> !line.contains(text)).count();
    }

    private static String click(int column, int row) {
        return "\033[<0;" + (column + 1) + ";" + (row + 1) + "M" + "\033[<0;" + (column + 1) + ";" + (row + 1) + "m";
    }

    private static String wheelUp(int column, int row) {
        return "\033[<64;" + (column + 1) + ";" + (row + 1) + "M";
    }

    private static String wheelDown(int column, int row) {
        return "\033[<65;" + (column + 1) + ";" + (row + 1) + "M";
    }
}
