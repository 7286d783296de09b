package org.pgpoollab.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayedScriptTest {

    private static final PlayedScript AT_STOP = new PlayedScript(
            new Script("test.txt", List.of(step("up"), step("stop pg-2"), step("status")), List.of()),
            1,
            Instant.EPOCH);

    private static ScriptStep step(String command) {
        return new ScriptStep(1, "", List.of(), command);
    }

    @ParameterizedTest(name = "{0}, edited: {1}")
    @CsvSource({
        "stop pg-2, true, true",
        "stop pg-2 , true, true",
        "stop pg-1, true, true",
        "stop pg-2; status, true, true",
        "status, true, false",
        "'', true, false",
        "stop pg-2, false, true",
        "stop pg-1, false, false",
        "stopp pg-2, true, false",
    })
    void aLineStandsForTheStepIfItIsItOrWasMadeOfIt(String line, boolean isEdited, boolean isStep) {
        assertEquals(isStep, AT_STOP.isStep(line, isEdited));
    }

    @Test
    void theLastStepIsFollowedByTheEnd() {
        assertEquals("stop pg-2", AT_STOP.step().command());
        assertFalse(AT_STOP.next().isOver());
        assertTrue(AT_STOP.next().next().isOver());
        assertThrows(IllegalArgumentException.class, () -> AT_STOP.at(4));
        assertThrows(IllegalArgumentException.class, () -> AT_STOP.at(-1));
    }
}
