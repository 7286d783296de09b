package org.pgpoollab.screen.terminal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.pgpoollab.cluster.Given;

/** Tests that begin on a screen that shows a healthy lab. */
abstract class OpenScreen {

    final ScreenTestSession screenTest;
    final FakeTty tty;

    OpenScreen() {
        this(new ScreenTestSession());
    }

    OpenScreen(ScreenTestSession screenTest) {
        this.screenTest = screenTest;
        tty = screenTest.tty;
    }

    @BeforeEach
    void open() {
        screenTest.feed.running(Given.healthy().state());
        screenTest.open();
        tty.await("healthy");
    }

    @AfterEach
    void close() {
        screenTest.close();
    }
}
