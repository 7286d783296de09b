package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.Exit;
import org.pgpoollab.cluster.Given;

/** Tests terminals that go away, and failures of the screen itself. */
@Timeout(60)
class TroubleTest extends OpenScreen {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 100})
    void theProgramEndsWhenTheTerminalIsGoneInTheMiddleOfAFrame(int bytesMore) {
        tty.wire().cut(bytesMore);

        screenTest.feed.show(Given.healthy().stopped("pg-2").state());

        assertEquals(Exit.FAILED, screenTest.end());
        assertGoneWithoutAFault();
    }

    @Test
    void theProgramEndsWhenTheTerminalIsClosed() throws IOException {
        tty.close();

        screenTest.end();

        assertGoneWithoutAFault();
    }

    @Test
    void theProgramEndsWhenTheTerminalIsGoneWhileAProgramHasIt() {
        screenTest.session.onSession = () -> tty.wire().cut(0);

        screenTest.type("psql");

        screenTest.end();
        assertGoneWithoutAFault();
    }

    @Test
    void aFaultInDrawingIsToldWhenTheTerminalIsRestored() {
        screenTest.breakClock();

        assertTold("the clock is broken");
    }

    @Test
    void aFaultInTheNewsIsToldToo() {
        screenTest.feed.showNonsense();

        assertTold("internal error");
    }

    @Test
    void aFaultAtThePromptIsToldToo() {
        screenTest.session.looks.clear();
        screenTest.session.fault = new BrokenCommand();

        screenTest.type("connect");

        tty.await("internal error: BrokenCommand");
        tty.press("x");
        tty.await("lab> x");
    }

    @Test
    void whatIsInFilesMayFailToBeRead() {
        screenTest.feed.particulars.completeExceptionally(new IllegalStateException("no such file"));

        tty.press(ScreenTestSession.F4);

        assertTold("no such file");
    }

    @Test
    void framesAreDroppedWhileTheTerminalTakesNothing() {
        tty.wire().hold();
        screenTest.forward(Duration.ofSeconds(1));
        tty.awaitTrue("a frame that waits", () -> tty.wire().isWaitedFor());
        var before = tty.wire().length();

        for (var second = 2; second < 500; second++) {
            screenTest.forward(Duration.ofSeconds(1));
            screenTest.feed.show(Given.healthy().timeline("pg-1", second).state());
        }
        tty.press("status");
        tty.wire().release();

        tty.await("lab> status");
        tty.await("499");
        var sent = tty.wire().length() - before;
        assertTrue(sent < 4000, sent + " bytes");
    }

    @Test
    void keysAreObeyedWhileTheTerminalTakesNothing() {
        tty.wire().hold();
        screenTest.forward(Duration.ofSeconds(1));
        tty.awaitTrue("a frame that waits", () -> tty.wire().isWaitedFor());

        screenTest.type("stop pg-1");

        tty.awaitTrue("done", () -> !screenTest.session.done.isEmpty());
    }

    private void assertGoneWithoutAFault() {
        assertTrue(screenTest.feed.isClosed());
        assertEquals(List.of(), screenTest.crashReports());
    }

    private void assertTold(String words) {
        assertEquals(Exit.FAILED, screenTest.end());
        var sent = tty.wire().sent();
        var restored = sent.indexOf("\033[?1049l");
        assertTrue(restored > 0 && restored < sent.indexOf(words), sent.substring(Math.max(0, restored)));
        assertTrue(tty.isAsItWas());
        assertFalse(sent.contains("\tat "), sent);
        assertTrue(screenTest.feed.isClosed());
    }

    private static final class BrokenCommand extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
