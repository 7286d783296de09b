package org.pgpoollab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StatusSignTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** A string or character literal of the source. */
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'([^'\\\\\\n])'");

    /** Characters that need no meaning: lines of frames, bars and spinners are drawn, arrows within a line are read. */
    private static final String DRAWN = "┌─┐└┘│├┤┬┴┼▁▂▃▄▅▆▇█▉▊▋▌▍▎▏→×≥≤–";

    @Test
    void theDocumentedTableIsThatOfTheProgram() throws IOException {
        var page = Files.readAllLines(Path.of("docs/screen.md"));

        var from = page.indexOf(StatusSign.table().get(0));

        assertTrue(from > 0, "docs/screen.md needs this table:\n" + String.join("\n", StatusSign.table()));
        assertEquals(
                StatusSign.table(), page.subList(from, from + StatusSign.table().size()));
    }

    @Test
    void everySignThatIsWrittenAnywhereIsInTheTable() throws IOException {
        var strange = new TreeSet<String>();

        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(StatusSignTest::mayShow).toList()) {
                LITERAL.matcher(withoutComments(Files.readString(file)))
                        .results()
                        .forEach(literal -> literal.group()
                                .codePoints()
                                .filter(point -> point > 0x7f && !Character.isLetter(point) && !isKnown(point))
                                .forEach(
                                        point -> strange.add(Character.toString(point) + " in " + file.getFileName())));
            }
        }

        assertEquals(List.of(), List.copyOf(strange));
    }

    /**
     * Files that may contain other signs: the emulator has those of DEC's terminals, the table of substitutes those of others, and the
     * writers of files their own.
     */
    private static boolean mayShow(Path file) {
        return file.toString().endsWith(".java")
                && !file.toString().contains("emulator")
                && !List.of("AsciiSubstitutes.java", "VisibleText.java", "SvgShapes.java", "Canvas.java")
                        .contains(file.getFileName().toString());
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }

    private static boolean isKnown(int point) {
        return DRAWN.indexOf(point) >= 0
                || Arrays.stream(StatusSign.values())
                        .anyMatch(sign -> sign.symbol().codePointAt(0) == point);
    }

    @Test
    void nothingThatIsShownBecomesAQuestionMarkWithoutUtf8ButTheUnknown() {
        for (var sign : StatusSign.values()) {
            if (sign != StatusSign.UNKNOWN) {
                assertTrue(
                        !AsciiSubstitutes.inText(sign.symbol().codePointAt(0)).equals("?"), sign.symbol());
                assertTrue(
                        !AsciiSubstitutes.inCell(sign.symbol().codePointAt(0)).equals("?"), sign.symbol());
            }
            assertEquals(1, DisplayWidth.of(sign.symbol()), sign.symbol());
        }
        DRAWN.codePoints().forEach(point -> {
            assertTrue(!AsciiSubstitutes.inText(point).equals("?"), Character.toString(point));
            assertEquals(1, AsciiSubstitutes.inCell(point).length(), Character.toString(point));
        });
    }
}
