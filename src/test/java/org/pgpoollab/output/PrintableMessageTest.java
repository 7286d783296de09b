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
        var shown = PrintableMessage.text("There is no command '" + "a".repeat(1_000_000) + "'");

        assertTrue(shown.length() < 400, shown);
        assertTrue(shown.startsWith("There is no command 'aaa") && shown.contains("(1000022 characters)"), shown);
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
