package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests pasted text. */
@Timeout(60)
class PastingTest extends OpenScreen {

    private static final String BEGIN = "\033[200~";
    private static final String END = "\033[201~";

    @Test
    void severalLinesRunOneAfterTheOther() {
        tty.press(BEGIN + "stop pg-1\rstart pg-1\rstop pg-2" + END);
        tty.await("stop pg-2");
        assertTrue(screenTest.session.done.isEmpty(), "what is pasted is not sent off");

        tty.press("\r");

        tty.awaitTrue("all done", () -> screenTest.session.done.size() == 3);
        assertEquals(
                List.of("stop [pg-1]", "start [pg-1]", "stop [pg-2]"),
                screenTest.session.done.stream()
                        .map(title -> title.replaceFirst("] .*", "]"))
                        .toList());
    }

    @Test
    void linesThatAreTypedAheadRunOneAfterTheOther() {
        tty.press("stop pg-1\rstart pg-1\r");

        tty.awaitTrue("all done", () -> screenTest.session.done.size() == 2);
    }

    @Test
    void aMegabyteIsTakenAndCanBeThrownAway() {
        tty.press(BEGIN + "0123456789abcdef".repeat(1 << 16) + END);
        tty.await("89abcdef");

        tty.press(ScreenTestSession.INTERRUPT);
        tty.await("a new line", picture -> picture.lines().contains("lab>"));
        tty.press("status");

        tty.await("lab> status");
    }

    @Test
    void whatIsPastedWithoutMarksIsTyped() {
        tty.press("wait until cluster is healthy for 30s");

        tty.await("lab> wait until cluster is healthy for 30s");
    }
}
