package org.pgpoollab.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.pgpoollab.command.Psql;

/** Checks that what was typed is printed without control characters. */
class PrintableMessageTest {

    @Test
    void nothingInAMessageIsObeyedByATerminal() {
        assertEquals("fo␛[31mo\\u{9b}x\nand\\u{202e}more", PrintableMessage.text("fo\033[31mo\u009bx\nand\u202emore"));
    }

    @Test
    void aMillionLettersAreNotReadByAnybody() {
        var word = PrintableMessage.text("There is no command '" + "a".repeat(1_000_000) + "'");
        var words = PrintableMessage.text("a b ".repeat(250_000));

        assertEquals("There is no command " + "'" + "a".repeat(58) + "…", word);
        assertTrue(words.length() < 400, words);
        assertTrue(words.startsWith("a b a b") && words.contains("(1000000 characters)"), words);
    }

    @Test
    void aShellLineStaysWholeSoThatItCanBeTyped() {
        var line = "PATH=" + "/home/somebody/.cache/programs/bin:".repeat(20) + " nsenter true";

        assertEquals(line, PrintableMessage.shell(line));
        assertEquals("a\u241b[31m", PrintableMessage.shell("a\033[31m"));
    }

    @Test
    void jsonHoldsNoRawControls() {
        var json = new AsciiFallback(StandardCharsets.UTF_8).fitJson("{\"what\" : \"é\u009b\"}");

        assertEquals("{\"what\" : \"é\\u009b\"}", json);
        assertFalse(new AsciiFallback(StandardCharsets.US_ASCII).fitJson("é").contains("é"));
    }

    @Test
    void ofAFailedStatementItIsSaidWhatWasWrong() {
        assertEquals(
                "ERROR:  relation \"nosuch\" does not exist",
                Psql.reason(
                        "ERROR:  relation \"nosuch\" does not exist\nLINE 1: select * from nosuch\n                      ^\n"));
    }
}
