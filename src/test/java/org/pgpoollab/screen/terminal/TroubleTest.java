package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.Exit;
import org.pgpoollab.cluster.Given;

/** Tests terminals that go away, and failures of the screen itself. */
@Timeout(60)
class TroubleTest {

    private final Theatre theatre = new Theatre();
    private final FakeTty tty = theatre.tty;

    @BeforeEach
    void open() {
        theatre.feed.running(Given.healthy().state());
        theatre.open();
        tty.await("healthy");
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 100})
    void theProgramEndsWhenTheTerminalIsGoneInTheMiddleOfAFrame(int bytesMore) {
        tty.wire().cut(bytesMore);

        theatre.feed.show(Given.healthy().stopped("pg-2").state());

        assertEquals(Exit.FAILED, theatre.end());
        assertGoneWithoutAFault();
    }

    @Test
    void theProgramEndsWhenTheTerminalIsClosed() throws IOException {
        tty.close();

        theatre.end();

        assertGoneWithoutAFault();
    }

    @Test
    void theProgramEndsWhenTheTerminalIsGoneWhileAProgramHasIt() {
        theatre.session.onSession = () -> tty.wire().cut(0);

        theatre.type("psql");

        theatre.end();
        assertGoneWithoutAFault();
    }

    @Test
    void aFaultInDrawingIsToldWhenTheTerminalIsRestored() {
        theatre.breakClock();

        assertTold("the clock is broken");
    }

    @Test
    void aFaultInTheNewsIsToldToo() {
        theatre.feed.showNonsense();

        assertTold("internal error");
    }

    @Test
    void aFaultAtThePromptIsToldToo() {
        theatre.session.looks.clear();
        theatre.session.fault = new BrokenCommand();

        theatre.type("connect");

        tty.await("internal error: BrokenCommand");
        tty.press("x");
        tty.await("lab> x");
    }

    @Test
    void whatIsInFilesMayFailToBeRead() {
        theatre.feed.particulars.completeExceptionally(new IllegalStateException("no such file"));

        tty.press(Theatre.F4);

        assertTold("no such file");
    }

    @Test
    void framesAreDroppedWhileTheTerminalTakesNothing() {
        tty.wire().hold();
        theatre.forward(Duration.ofSeconds(1));
        tty.awaitTrue("a frame that waits", () -> tty.wire().isWaitedFor());
        var before = tty.wire().length();

        for (var second = 2; second < 500; second++) {
            theatre.forward(Duration.ofSeconds(1));
            theatre.feed.show(Given.healthy().timeline("pg-1", second).state());
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
        theatre.forward(Duration.ofSeconds(1));
        tty.awaitTrue("a frame that waits", () -> tty.wire().isWaitedFor());

        theatre.type("stop pg-1");

        tty.awaitTrue("done", () -> !theatre.session.done.isEmpty());
    }

    private void assertGoneWithoutAFault() {
        assertTrue(theatre.feed.isClosed());
        assertEquals(List.of(), theatre.crashReports());
    }

    private void assertTold(String words) {
        assertEquals(Exit.FAILED, theatre.end());
        var sent = tty.wire().sent();
        var restored = sent.indexOf("\033[?1049l");
        assertTrue(restored > 0 && restored < sent.indexOf(words), sent.substring(Math.max(0, restored)));
        assertTrue(tty.isAsItWas());
        assertFalse(sent.contains("\tat "), sent);
        assertTrue(theatre.feed.isClosed());
    }

    private static final class BrokenCommand extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
