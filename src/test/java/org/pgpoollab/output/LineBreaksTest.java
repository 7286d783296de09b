package org.pgpoollab.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineBreaksTest {

    @Test
    void aLineThatFitsStaysAsItIs() {
        assertEquals("two  words", LineBreaks.at(20, "two  words"));
        assertEquals("x ".repeat(50), LineBreaks.at(Output.ENDLESS, "x ".repeat(50)));
    }

    @Test
    void wordsStayWholeAndStandBelowTheColumnInWhichTheyBegan() {
        assertEquals(
                "  because  two standbys\n           stream from it,\n           and no pgpool",
                LineBreaks.at(28, "  because  two standbys stream from it, and no pgpool"));
    }

    @Test
    void aShellLineStaysWholeToBeCopied() {
        var line = "  $ psql -h pgpool -U admin -c 'select pg_is_in_recovery()'";

        assertEquals(line, LineBreaks.at(30, line));
    }

    @Test
    void aWordLongerThanALineIsLeftToTheTerminal() {
        assertEquals(
                "see\n/a/very/long/path/of/thirty/characters",
                LineBreaks.at(20, "see /a/very/long/path/of/thirty/characters"));
    }

    @Test
    void eachLineIsBrokenByItsOwnColumns() {
        assertEquals(
                "✗ short\n  because  a text that\n           is longer",
                LineBreaks.at(24, "✗ short\n  because  a text that is longer"));
    }

    @Test
    void coloursTakeNoRoom() {
        var red = "\033[31mred\033[m";

        assertEquals(red + " and then some", LineBreaks.at(20, red + " and then some"));
        assertEquals(red + " and then some\nmore", LineBreaks.at(20, red + " and then some more"));
    }
}
