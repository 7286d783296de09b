package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.Theme;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.Colour;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.screen.picture.SvgColours;

class PictureFileTest {

    private static final ScreenView VIEW = ScreenView.of(Given.lab(3, 3), Given.NOW, ZoneOffset.UTC, Theme.dark());

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"a.txt, hello", "A.TXT, hello", "a.ansi, '\033[31mhello\033[0m'", "a.ANSI, '\033[31mhello\033[0m'"})
    void theNameTellsTheFormat(String name, String expected) throws IOException {
        var file = directory.resolve(name);

        PictureFile.write(picture(), VIEW.lab(), SvgColours.DARK, file);

        assertEquals(expected, Files.readString(file).stripTrailing());
    }

    @ParameterizedTest
    @CsvSource({"a.svg", "a.SVG"})
    void anSvgHasTheNameOfTheLab(String name) throws IOException {
        var file = directory.resolve(name);

        PictureFile.write(picture(), VIEW.lab(), SvgColours.DARK, file);

        var text = Files.readString(file);
        assertTrue(text.startsWith("<svg") || text.startsWith("<?xml"), text);
        assertTrue(text.contains("pgpool-lab demo"), text);
        assertTrue(text.contains("hello"), text);
    }

    @Test
    void aFileThatCannotBeWrittenIsToldInWords() {
        var file = directory.resolve("missing").resolve("a.txt");

        var problem =
                assertThrows(LabException.class, () -> PictureFile.write(picture(), VIEW.lab(), SvgColours.DARK, file));

        assertEquals("The picture cannot be written", problem.problems().get(0).what());
    }

    private static Picture picture() {
        var canvas = new Canvas(10, 1);
        canvas.write(0, 0, "hello", GlyphStyle.of(Colour.indexed(1)));
        return canvas.picture();
    }
}
