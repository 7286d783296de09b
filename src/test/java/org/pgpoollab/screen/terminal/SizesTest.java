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

    private Theatre theatre = new Theatre();

    @AfterEach
    void close() {
        theatre.close();
    }

    @Test
    void aStormOfResizesLeavesTheScreenWhole() {
        theatre.feed.running(Given.healthy().state());
        theatre.open();
        theatre.tty.await("healthy");
        theatre.tty.press("status");

        for (var size : new int[][] {{1, 1}, {500, 200}, {2, 50}, {300, 3}, {20, 5}, {49, 11}, {50, 12}, {120, 36}}) {
            theatre.tty.resize(size[0], size[1]);
        }

        theatre.tty.await(
                "the line and the grid",
                picture -> picture.columns() == 120
                        && picture.lines().contains("lab> status")
                        && picture.line(0).contains("● healthy")
                        && picture.line(35).contains("F1 help"));
    }

    @Test
    void theLineStaysWholeWhileItIsTypedAndTheScreenChangesItsSize() {
        theatre.feed.running(Given.healthy().state());
        theatre.open();
        theatre.tty.await("healthy");
        var typed = new StringBuilder();

        for (var i = 0; i < 40; i++) {
            theatre.tty.press(String.valueOf((char) ('a' + i % 26)));
            typed.append((char) ('a' + i % 26));
            theatre.tty.resize(100 + i % 3, 30 + i % 2);
        }

        theatre.tty.await("the whole line", picture -> picture.lines().contains("lab> " + typed));
    }

    @Test
    void eachSizeIsDrawnWithoutAFault() {
        theatre.feed.running(Given.healthy(9, 9).state());
        theatre.open();

        for (var columns = 1; columns <= 130; columns += 13) {
            for (var rows = 1; rows <= 40; rows += 13) {
                var wide = columns;
                theatre.tty.resize(columns, rows);
                theatre.tty.press(Theatre.F2);
                theatre.tty.await(
                        "drawn " + columns + "x" + rows,
                        picture -> picture.columns() == wide && !picture.text().isBlank());
            }
        }

        theatre.tty.resize(100, 30);
        theatre.tty.press("exit\r");
        assertEquals(Exit.DONE, theatre.end());
    }

    @Test
    void onAVerySmallScreenThePromptIsLeft() {
        theatre.close();
        theatre = new Theatre("xterm", 20, 5);
        theatre.feed.running(Given.healthy().state());
        theatre.open();

        theatre.type("connect");

        var picture = theatre.tty.await("second line");
        assertTrue(picture.line(0).contains("healthy"), picture.text());
    }

    @Test
    void aTerminalThatDoesNotKnowItsSizeCountsAsTheUsualOne() {
        theatre.close();
        theatre = new Theatre("xterm", 0, 0);
        theatre.tty.wire().resize(80, 24);
        theatre.open();

        assertTrue(theatre.tty.await("F1 help").line(23).contains("F1 help"));
    }
}
