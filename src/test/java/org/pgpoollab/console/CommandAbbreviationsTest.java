package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandAbbreviationsTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void theOnlyCommandThatBeginsSoIsMeantAndNamed() {
        assertEquals("status --output json", inFull("stat --output json"));
        assertEquals(List.of("(stat is status)"), told);
    }

    @Test
    void aNameWithAHyphenIsAbbreviatedToo() {
        assertEquals("diff-config fast bitnami", inFull("diff-c fast bitnami"));
    }

    @Test
    void ofSeveralNoneIsTakenAndAllAreNamed() {
        assertEquals("st pg-1", inFull("st pg-1"));
        assertEquals(List.of("(st can be status, start, stop)"), told);
    }

    @Test
    void oneLetterIsTooFewForACommandThatBreaksThings() {
        assertEquals("k primary", inFull("k primary"));
        assertEquals(List.of(), told);
    }

    @Test
    void aWholeNameIsNeverAnAbbreviation() {
        assertEquals("promote pg-1", inFull("promote pg-1"));
        assertEquals("pool-nodes", inFull("pool-nodes"));
        assertEquals(List.of(), told);
    }

    @Test
    void aQuestionMarkIsHelp() {
        assertEquals("help", inFull("?"));
        assertEquals("help stop", inFull("? stop"));
        assertEquals("help stop", inFull("?stop"));
    }

    private String inFull(String line) {
        var meant = new CommandAbbreviations(told::add).inFull(Invocation.of(List.of(line.split(" "))));
        return String.join(" ", meant.everything());
    }
}
