package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.Exit;
import org.pgpoollab.cluster.Given;

/** Tests terminals of any size, and changes of the size. */
@Timeout(60)
class SizesTest {

    private ScreenTestSession screenTest = new ScreenTestSession();

    @AfterEach
    void close() {
        screenTest.close();
    }

    @Test
    void aStormOfResizesLeavesTheScreenWhole() {
        screenTest.feed.running(Given.healthy().state());
        screenTest.open();
        screenTest.tty.await("healthy");
        screenTest.tty.press("status");

        for (var size : new int[][] {{1, 1}, {500, 200}, {2, 50}, {300, 3}, {20, 5}, {49, 11}, {50, 12}, {120, 36}}) {
            screenTest.tty.resize(size[0], size[1]);
        }

        screenTest.tty.await(
                "the line and the grid",
                picture -> picture.columns() == 120
                        && picture.lines().contains("lab> status")
                        && picture.line(0).contains("● healthy")
                        && picture.line(35).contains("F1 help"));
    }

    @Test
    void theLineStaysWholeWhileItIsTypedAndTheScreenChangesItsSize() {
        screenTest.feed.running(Given.healthy().state());
        screenTest.open();
        screenTest.tty.await("healthy");
        var typed = new StringBuilder();

        for (var i = 0; i < 40; i++) {
            screenTest.tty.press(String.valueOf((char) ('a' + i % 26)));
            typed.append((char) ('a' + i % 26));
            screenTest.tty.resize(100 + i % 3, 30 + i % 2);
        }

        screenTest.tty.await("the whole line", picture -> picture.lines().contains("lab> " + typed));
    }

    @Test
    void eachSizeIsDrawnWithoutAFault() {
        screenTest.feed.running(Given.healthy(9, 9).state());
        screenTest.open();

        for (var columns = 1; columns <= 130; columns += 13) {
            for (var rows = 1; rows <= 40; rows += 13) {
                var wide = columns;
                screenTest.tty.resize(columns, rows);
                screenTest.tty.press(ScreenTestSession.F2);
                screenTest.tty.await(
                        "drawn " + columns + "x" + rows,
                        picture -> picture.columns() == wide && !picture.text().isBlank());
            }
        }

        screenTest.tty.resize(100, 30);
        screenTest.tty.press("exit\r");
        assertEquals(Exit.DONE, screenTest.end());
    }

    @Test
    void onAVerySmallScreenThePromptIsLeft() {
        screenTest.close();
        screenTest = new ScreenTestSession("xterm", 20, 5);
        screenTest.feed.running(Given.healthy().state());
        screenTest.open();

        screenTest.type("connect");

        var picture = screenTest.tty.await("second line");
        assertTrue(picture.line(0).contains("healthy"), picture.text());
    }

    @Test
    void aTerminalThatDoesNotKnowItsSizeCountsAsTheUsualOne() {
        screenTest.close();
        screenTest = new ScreenTestSession("xterm", 0, 0);
        screenTest.tty.wire().resize(80, 24);
        screenTest.open();

        assertTrue(screenTest.tty.await("F1 help").line(23).contains("F1 help"));
    }
}
