package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;

/** Tests the command load on a lab whose load does nothing. */
class LoadTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final TypedConsole console = new TypedConsole();

    @Test
    void aLabWithoutALoadSaysHowToBeginOne() {
        assertEquals(Exit.DONE, console.run("load"));
        assertEquals("there is no load; begin one: load start\n", console.results());
    }

    @Test
    void aLoadIsStartedAsLargeAsItIsAskedFor() {
        console.run("load", "start", "--clients", "2", "--writes", "50", "--reads", "0");

        assertEquals("✓ start LoadShape[clients=2, writes=50, reads=0]\n", console.results());
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertEquals(Exit.USAGE, console.run("load", "start", "--writes", "0"));
        assertTrue(console.messages().startsWith("✗ --writes 0 is out of range"), console.messages());
    }

    @Test
    void anotherWordIsRefusedWithThoseThatItCan() {
        assertEquals(Exit.USAGE, console.run("load", "begin"));
        assertTrue(console.messages().contains("start, stop, report"), console.messages());
    }

    @Test
    void whereNothingMayBeChangedItIsNeitherStartedNorStopped() {
        assertEquals(Exit.FAILED, console.run("--read-only", "load", "start"));
        assertEquals(Exit.FAILED, console.run("--read-only", "load", "stop"));
        assertEquals(Exit.DONE, console.run("--read-only", "load"));
        assertEquals(List.of(), console.session.done);
    }

    @Test
    void aLoadThatDoesNotRunNeedsNoStop() {
        console.run("load", "stop");

        assertEquals("✓ stop load: nothing to do\n", console.results());
    }

    @Test
    void aReportIsOfEverythingOrFromATimeOn() {
        console.run("load", "report");
        console.run("load", "report", "--since", "5m");

        assertEquals(
                List.of(List.of(Instant.MIN, Instant.MAX), List.of(NOW.minusSeconds(300), Instant.MAX)),
                console.session.load.asked);
    }
}
