package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.playback.GivenPlayback.at;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.playback.GivenPlayback;
import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.serverlog.ServerLogs;
import org.pgpoollab.topology.Node;

/** Tests a playback on a terminal, from its first picture to its last. */
@Timeout(60)
class PlaybackScreenTest {

    private static final ServerLogs LOGS = (nodes, from) -> Stream.of(
                    line(5, "LOG:  too early to belong to it"),
                    line(9.5, "LOG:  received fast shutdown request"),
                    line(20, "LOG:  long after it"))
            .filter(line -> nodes.contains(line.node()) && !line.at().isBefore(from));

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private FakeTty tty;

    private static LogLine line(double second, String text) {
        return new LogLine(at(second), Node.postgres(0), "postgresql.log", text);
    }

    @BeforeEach
    void open() throws IOException {
        tty = new FakeTty("xterm-256color", 100, 30);
        var recorded = new RecordedLab(
                "the lab demo", GivenPlayback.series(GivenPlayback.failover()), GivenPlayback.events(), LOGS);
        var playback = recorded.span(Instant.MIN, Instant.MAX).orElseThrow();
        var screen = new PlaybackScreen(
                tty, Map.of(), true, Clock.fixed(at(40), ZoneOffset.UTC), recorded, playback, () -> {});
        var program = new Thread(() -> run(screen), "program");
        program.setDaemon(true);
        program.start();
        tty.await("PLAYBACK");
    }

    private void run(PlaybackScreen screen) {
        try {
            screen.run();
            ended.complete(null);
        } catch (IOException | RuntimeException fault) {
            ended.completeExceptionally(fault);
        }
    }

    @AfterEach
    void close() throws Exception {
        tty.press("\003");
        ended.get(30, TimeUnit.SECONDS);
        assertTrue(tty.isAsItWas());
        tty.close();
    }

    @Test
    void theLogLinesOfAnEventAreShownEachWithItsMeaning() {
        tty.press("n", "n");
        tty.await("pg-0 stopped answering");

        tty.press("l");

        tty.await("received fast shutdown request");
        tty.await("= PostgreSQL was told to stop");
        assertTrue(!tty.picture().text().contains("long after it"));
        tty.press(ScreenTestSession.ESCAPE);
        tty.awaitNo("received fast shutdown request");
    }

    @Test
    void theDetailsOfANodeHaveItsLogUpToTheMomentThatIsShown() {
        tty.press("n", "n");
        tty.await("pg-0 stopped answering");

        tty.press("\033[B", "\r");
        tty.await("pg-0 does not answer (connection refused)");
        tty.press("G");

        tty.await("received fast shutdown request");
        assertTrue(!tty.picture().text().contains("long after it"));
        tty.press(ScreenTestSession.ESCAPE);
        tty.awaitNo("received fast shutdown request");
    }
}
