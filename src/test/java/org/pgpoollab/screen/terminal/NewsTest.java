package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.timeline.Event;

/** Tests that changes of the lab are shown, and that few bytes are sent for them. */
@Timeout(60)
class NewsTest extends OpenScreen {

    @Test
    void aNodeThatFallsSilentIsSeenAndTheLineStays() {
        tty.press("start pg-2");
        tty.await("lab> start pg-2");

        screenTest.feed.show(Given.healthy().stopped("pg-2").state());

        tty.await("connection refused");
        assertTrue(
                tty.picture().lines().contains("lab> start pg-2"), tty.picture().text());
    }

    @Test
    void eventsAreTold() {
        screenTest.feed.tell(event(0, "VIP moved from pgpool-0 to pgpool-1 after 2.3 s"));

        tty.await("12:00:00.000");
        tty.await("VIP moved from pgpool-0 to pgpool-1 after 2.3 s");
    }

    @Test
    void theWheelOverTheEventsScrollsThem() {
        screenTest.feed.tell(IntStream.range(0, 40)
                .mapToObj(number -> event(number, "event " + number + "."))
                .toArray(Event[]::new));
        tty.await("event 39.");

        tty.press("\033[<64;10;15M");
        tty.awaitNo("event 39.");
        tty.press("\033[<65;10;15M");

        tty.await("event 39.");
    }

    @Test
    void whoScrolledEventsBeyondTheOldestComesBackAtOnce() {
        screenTest.feed.tell(IntStream.range(0, 20)
                .mapToObj(number -> event(number, "event " + number + "."))
                .toArray(Event[]::new));
        tty.await("event 19.");
        for (var turn = 0; turn < 30; turn++) {
            tty.press("\033[<64;10;15M");
        }
        tty.await("event 0.");

        tty.press("\033[<65;10;15M");

        tty.awaitNo("event 0.");
    }

    @Test
    void aLabThatIsTakenDownIsNotRunningAndUpBringsItBack() {
        screenTest.feed.takeDown();
        tty.await("not running");

        screenTest.feed.show(Given.healthy().state());

        tty.await("● healthy");
    }

    @Test
    void leavingALabThatWasTakenDownPromisesNothing() {
        screenTest.feed.takeDown();
        tty.await("not running");

        screenTest.type("exit");

        screenTest.end();
        assertFalse(tty.wire().sent().contains("goes on running"));
    }

    @Test
    void whatChangedIsMarkedForTwoSeconds() {
        assertEquals("", marked(tty.picture()));

        screenTest.feed.show(Given.healthy().timeline("pg-1", 2).state());
        tty.await("marked", picture -> marked(picture).contains("2"));
        screenTest.forward(Duration.ofMillis(1999));
        tty.await("12:00:01");
        assertTrue(marked(tty.picture()).contains("2"));
        screenTest.forward(Duration.ofMillis(1));

        tty.await("not marked any more", picture -> marked(picture).isEmpty());
    }

    @Test
    void aRefreshThatChangesNothingButTheClockIsAFewBytes() {
        var begin = settled();

        for (var second = 1; second <= 3; second++) {
            screenTest.forward(Duration.ofSeconds(1));
            screenTest.feed.show(
                    Given.healthy().after(Duration.ofSeconds(second)).state());
            tty.await("12:00:0" + second);
        }

        var refreshes = tty.wire().sent().substring(begin);
        assertTrue(refreshes.length() < 3 * 100, refreshes);
        assertFalse(refreshes.contains("\033[2J"), refreshes);
    }

    @Test
    void theScreenIsSentWholeOnlyAtTheBeginningAndAfterAResize() {
        var clears = clears();
        screenTest.feed.show(Given.healthy().stopped("pg-2").state());
        tty.await("connection refused");
        tty.press(ScreenTestSession.F1);
        tty.await("Shows this help.");
        tty.press(ScreenTestSession.ESCAPE, ScreenTestSession.F2, ScreenTestSession.F2);
        tty.awaitNo("says of itself");
        assertEquals(clears, clears());

        tty.resize(90, 28);

        tty.awaitTrue("sent whole", () -> clears() == clears + 1);
    }

    /**
     * Returns how many characters were sent when everything was drawn: keys are answered in order, so a key is sent and awaited.
     */
    private int settled() {
        tty.press("x");
        tty.await("lab> x");
        return tty.wire().sent().length();
    }

    private long clears() {
        return tty.wire().sent().split("\033\\[2J", -1).length - 1L;
    }

    /** Returns the glyphs that are marked as changed in the grid. */
    private static String marked(Picture picture) {
        var marked = new StringBuilder();
        for (var row = 0; row < 12; row++) {
            for (var column = 0; column < picture.columns(); column++) {
                var glyph = picture.glyph(column, row);
                marked.append(glyph.style().has(GlyphStyle.Mark.REVERSE) ? glyph.text() : "");
            }
        }
        return marked.toString();
    }

    private static Event event(int second, String text) {
        return new Event(
                Given.NOW.plusSeconds(second),
                Event.Kind.VIP,
                Event.Effect.CHANGE,
                List.of("pgpool-1"),
                text,
                Event.Source.SEEN);
    }
}
