package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;

/** Tests the commands for a room where there is no full screen. */
class RoomCommandsTest {

    private final TypedConsole console = new TypedConsole();

    @Test
    void captionsNeedAFullScreen() {
        assertEquals(Exit.FAILED, console.run("caption", "on"));

        assertTrue(console.messages().contains("on the full screen (./pgpool-lab): caption on"), console.messages());
    }

    @Test
    void captionsAreOnOrOff() {
        assertEquals(Exit.USAGE, console.run("caption", "large"));

        assertTrue(console.messages().contains("it is on or off"), console.messages());
    }

    @Test
    void aScriptMaySayClear() {
        assertEquals(Exit.DONE, console.reading("clear\nhelp clear\n").run());

        assertTrue(console.results().contains("Clears the output of the prompt."), console.results());
    }
}
