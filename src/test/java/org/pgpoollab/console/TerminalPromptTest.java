package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalPromptTest {

    @Test
    void answersThatWerePastedTogetherAreAllUsed() {
        var asked = new ByteArrayOutputStream();
        var messages = new PrintStream(asked, true, StandardCharsets.UTF_8);
        var prompt = new TerminalPrompt(new ConsoleSetting(
                new ByteArrayInputStream("yes\nno\n".getBytes(StandardCharsets.UTF_8)),
                messages,
                messages,
                StandardCharsets.UTF_8,
                Map.of(),
                Clock.systemUTC(),
                true,
                true,
                true));

        assertEquals(Optional.of("yes"), prompt.ask("first? "));
        assertEquals(Optional.of("no"), prompt.ask("second? "));
        assertEquals(Optional.empty(), prompt.ask("third? "));
        assertEquals("first? second? third? ", asked.toString(StandardCharsets.UTF_8));
    }
}
