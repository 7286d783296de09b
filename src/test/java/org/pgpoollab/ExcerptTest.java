package org.pgpoollab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void aShortTextStaysAsItIs() {
        assertEquals("", Excerpt.of(""));
        assertEquals("a".repeat(60), Excerpt.of("a".repeat(60)));
    }

    @Test
    void aLongTextLosesItsEndAndNoHalfOfACharacter() {
        assertEquals("a".repeat(59) + "…", Excerpt.of("a".repeat(61)));
        assertEquals("a".repeat(58) + "…", Excerpt.of("a".repeat(58) + "😀😀"));
    }

    @Test
    void aUsageErrorQuotesTheBeginningOfALongWord() {
        var word = "drop " + "x".repeat(1_000_000);

        var problem = LabException.usage(
                        "there is no '" + word + "'", "\"" + word + "\" is none", "help '" + word + "'")
                .problems()
                .get(0);

        assertEquals("there is no 'drop " + "x".repeat(54) + "…'", problem.what());
        assertEquals("\"drop " + "x".repeat(54) + "…\" is none", problem.why());
        assertEquals("help 'drop " + "x".repeat(54) + "…'", problem.remedy());
    }

    @Test
    void anApostropheBeginsNoQuotation() {
        var text = "the node's directory " + "is one of many ".repeat(6) + "that the lab's nodes have";

        assertEquals(text, LabException.usage(text, "", "").problems().get(0).what());
    }

    @Test
    void aPathIsNamedCompletely() {
        var path = "/tmp/" + "directory/".repeat(15) + "lab.yaml";

        assertEquals(
                path + " is no file",
                LabException.usage(path + " is no file", "", "")
                        .problems()
                        .get(0)
                        .what());
    }
}
