package org.pgpoollab.screen.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.screen.picture.GlyphStyle.Mark;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class WritersTest {

    private static final GlyphStyle GREEN = GlyphStyle.of(Colour.indexed(2));
    private static final String HARD = "<&> \"quoted\" 日本語 😀 é";

    @Test
    void anSvgIsWellFormedWhateverItShows() throws Exception {
        var canvas = new Canvas(40, 3);
        canvas.write(0, 0, HARD, GlyphStyle.PLAIN);
        canvas.put(0, 1, new Glyph("\ufffe", 1, GREEN));
        canvas.put(1, 1, new Glyph("\ud800", 1, GREEN));

        var svg = SvgWriter.write(canvas.picture(), SvgColours.DARK, "a <title> & \u0001");

        var words = texts(svg);
        assertTrue(words.containsAll(List.of("<&>", "\"quoted\"", "日", "語", "😀", "é", "\ufffd")), words.toString());
    }

    @Test
    void everyWordStandsAtItsCell() throws Exception {
        var canvas = new Canvas(20, 1);
        canvas.write(0, 0, "日 pg-1  up", GREEN);

        var svg = SvgWriter.write(canvas.picture(), SvgColours.DARK, "");

        assertTrue(svg.contains("<text x=\"39.29\" y=\"27.5\" textLength=\"33.72\""), svg);
        assertEquals(List.of("日", "pg-1", "up"), texts(svg));
    }

    @Test
    void coloursOfAllKindsAreShown() {
        var canvas = new Canvas(10, 1);
        canvas.write(0, 0, "a", GlyphStyle.of(Colour.rgb(1, 2, 3)));
        canvas.write(1, 0, "b", GlyphStyle.of(Colour.indexed(196)));
        canvas.write(2, 0, "c", GlyphStyle.of(Colour.indexed(244)));
        canvas.write(3, 0, "d", GREEN.with(Mark.REVERSE).with(Mark.BOLD).with(Mark.DIM));

        var svg = SvgWriter.write(canvas.picture(), SvgColours.DARK, "");

        assertTrue(svg.contains("fill=\"#010203\">a<"));
        assertTrue(svg.contains("fill=\"#ff0000\">b<"));
        assertTrue(svg.contains("fill=\"#808080\">c<"));
        assertTrue(svg.contains("height=\"18\" fill=\"#86c166\"/>"));
        assertTrue(svg.contains("fill=\"#14171c\" font-weight=\"bold\" opacity=\"0.6\">d<"));
    }

    @Test
    void linesOfAFrameAreDrawnSoThatTheyMeet() {
        var canvas = new Canvas(3, 2);
        canvas.write(0, 0, "┌─┐", GlyphStyle.PLAIN);

        var svg = SvgWriter.write(canvas.picture(), SvgColours.LIGHT, "");

        assertFalse(svg.contains("<text"));
        assertTrue(svg.contains("M18.22 23H22.43M18.22 23V32M22.43 23H30.86"), svg);
    }

    @Test
    void aTextWithColoursEndsThemWithItsLine() {
        var canvas = new Canvas(10, 2);
        canvas.write(0, 0, "up", GREEN);
        canvas.write(2, 0, " ok", GREEN.with(Mark.BOLD));
        canvas.write(0, 1, "日本", GlyphStyle.PLAIN);

        assertEquals("\033[32mup\033[1m ok\033[0m\n日本\n", AnsiWriter.text(canvas.picture()));
    }

    @Test
    void aStyleIsResetOnlyWhereItMust() {
        var bold = GlyphStyle.PLAIN.with(Mark.BOLD);

        assertEquals("", SgrCodes.change(GREEN, GREEN));
        assertEquals("\033[0m", SgrCodes.change(GREEN, GlyphStyle.PLAIN));
        assertEquals("\033[0;91m", SgrCodes.change(bold, GlyphStyle.of(Colour.indexed(9))));
        assertEquals("\033[1;39;48;5;240m", SgrCodes.change(GREEN, bold.on(Colour.indexed(240))));
        assertEquals("\033[38;2;1;2;3m", SgrCodes.change(GREEN, GlyphStyle.of(Colour.rgb(1, 2, 3))));
    }

    @Test
    void onlyWhatChangedIsSent() {
        var before = new Canvas(20, 2);
        before.write(0, 0, "pg-0 up     pg-1 up", GlyphStyle.PLAIN);
        var after = new Canvas(20, 2);
        after.write(0, 0, "pg-0 no     pg-1 up", GlyphStyle.PLAIN);
        after.write(0, 1, "x日", GREEN);

        var change = AnsiWriter.change(before.picture(), after.picture());

        assertEquals("\033[?25l\033[1;6Hno\033[2;1H\033[32mx日\033[0m", change);
        assertEquals("", AnsiWriter.change(after.picture(), after.picture()));
    }

    @Test
    void aPictureOfAnotherSizeIsSentWhole() {
        var cursor = Optional.of(new Picture.Place(1, 0));
        var canvas = new Canvas(3, 1);
        canvas.write(0, 0, "a", GlyphStyle.PLAIN);

        var change = AnsiWriter.change(new Canvas(2, 2).picture(), canvas.picture(cursor));

        assertEquals("\033[0m\033[2J\033[?25l\033[1;1Ha\033[1;2H\033[?25h", change);
    }

    @Test
    void aRecordingIsALineOfJsonForTheHeaderAndEachEvent() throws IOException {
        var text = new StringBuilder();

        var cast = new Asciicast(text, 80, 24, Instant.ofEpochSecond(1767268800), "a \"drill\"");
        cast.frame(Duration.ofMillis(1500), "\033[1mpg-0\r\n" + HARD);
        cast.frame(Duration.ofMillis(1600), "");
        cast.resize(Duration.ofMillis(1200), 120, 36);

        var lines = text.toString().lines().toList();
        assertEquals(
                "{\"version\":2,\"width\":80,\"height\":24,\"timestamp\":1767268800,"
                        + "\"env\":{\"TERM\":\"xterm-256color\"},\"title\":\"a \\\"drill\\\"\"}",
                lines.get(0));
        assertEquals(List.of("1.500000", "o", "\033[1mpg-0\r\n" + HARD), array(lines.get(1)));
        assertEquals(List.of("1.500000", "r", "120x36"), array(lines.get(2)));
        assertEquals(3, lines.size());
    }

    @Test
    void aWholeScreenStaysSmall(@TempDir Path directory) throws IOException {
        var svg = SvgWriter.write(sample(), SvgColours.DARK, "sample");

        Files.writeString(Path.of(System.getProperty("sample.svg", directory + "/sample.svg")), svg);

        assertTrue(svg.length() < 20_000, svg.length() + " characters");
    }

    /** Draws a picture with every kind of content; {@code -Dsample.svg=FILE} keeps it for inspection. */
    private static Picture sample() {
        var canvas = new Canvas(60, 10);
        canvas.write(0, 0, "┌ PostgreSQL " + "─".repeat(46) + "┐", GlyphStyle.of(Colour.indexed(8)));
        canvas.write(0, 1, "│ pg-0  ● PRIMARY  0/5000148  2 standbys", GlyphStyle.PLAIN);
        canvas.write(8, 1, "● PRIMARY", GREEN.with(Mark.BOLD));
        canvas.write(0, 2, "│ pg-2  ✗ refused 4 s  ? ← pg-0 !  <&> \"x\"", GlyphStyle.of(Colour.indexed(1)));
        canvas.write(0, 3, "├" + "─".repeat(58) + "┤", GlyphStyle.of(Colour.indexed(8)));
        canvas.write(0, 4, "│ ▁▂▃▄▅▆▇█ ▏▎▍▌▋▊▉█ ██████▌ ★ LEADER ◆ ▲ up ↓", GlyphStyle.of(Colour.indexed(6)));
        canvas.write(0, 5, "│ 日本語|😀|é|wide|italic|under line|crossed out|dim", GlyphStyle.PLAIN);
        canvas.write(18, 5, "italic", GlyphStyle.PLAIN.with(Mark.ITALIC));
        canvas.write(25, 5, "under line", GlyphStyle.PLAIN.with(Mark.UNDERLINE));
        canvas.write(36, 5, "crossed out", GlyphStyle.PLAIN.with(Mark.CROSSED_OUT));
        canvas.write(48, 5, "dim", GlyphStyle.PLAIN.with(Mark.DIM));
        canvas.write(2, 6, " reverse 日 ", GREEN.with(Mark.REVERSE));
        canvas.write(20, 6, " on 256 ", GlyphStyle.of(Colour.indexed(231)).on(Colour.indexed(25)));
        canvas.write(0, 7, "└" + "─".repeat(58) + "┘", GlyphStyle.of(Colour.indexed(8)));
        canvas.write(0, 8, "lab> stop pg-1", GlyphStyle.PLAIN);
        canvas.write(0, 9, "0123456789".repeat(6), GlyphStyle.of(Colour.indexed(3)));
        return canvas.picture(Optional.of(new Picture.Place(14, 8)));
    }

    private static List<String> texts(String svg) throws Exception {
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        var nodes = document.getElementsByTagName("text");
        var texts = new ArrayList<String>();
        for (var index = 0; index < nodes.getLength(); index++) {
            texts.add(((Element) nodes.item(index)).getTextContent());
        }
        return texts;
    }

    private static List<String> array(String line) throws IOException {
        var parts = new ArrayList<String>();
        try (var parser = new JsonFactory().createParser(line)) {
            assertEquals(JsonToken.START_ARRAY, parser.nextToken());
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                parts.add(parser.getText());
            }
        }
        return parts;
    }
}
