package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.LabException;
import org.pgpoollab.command.FakeLabSession;
import org.pgpoollab.journal.EventLog;
import org.pgpoollab.syntax.ScreenSize;

class PlainDisplayTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final FakeLabSession session = new FakeLabSession();

    @TempDir
    private Path directory;

    @Test
    void aPictureIsThatOfAScreenOfTheSizeThatWasAskedFor() throws IOException {
        var lines = shot(Map.of(), "now.txt", new ScreenSize(80, 24)).lines().toList();

        assertEquals(24, lines.size());
        assertTrue(lines.get(0).contains("● healthy"), lines.get(0));
        assertTrue(lines.get(3).contains("pg-0") && lines.get(3).contains("PRIMARY"), lines.get(3));
        assertTrue(lines.contains("lab>"), lines.toString());
        assertTrue(lines.get(23).contains("F1 help"), lines.get(23));
    }

    @Test
    void aLabThatDoesNotRunIsNotLookedAt() throws IOException {
        session.running = false;

        var text = shot(Map.of(), "now.txt", ScreenSize.USUAL);

        assertTrue(text.contains("not running"), text);
        assertEquals(List.of(), session.asked);
    }

    @Test
    void whatHappenedIsShown() throws IOException {
        session.directory = Files.createDirectory(directory.resolve("lab"));
        Files.writeString(session.directory().labFile(), "name: default\n");
        new EventLog(session.directory()).command(NOW, "stop pg-2");

        var text = shot(Map.of(), "now.txt", ScreenSize.USUAL);

        assertTrue(text.contains("stop pg-2"), text);
    }

    @Test
    void theColoursAreThoseOfTheTheme() throws IOException {
        var dark = shot(Map.of(), "dark.svg", ScreenSize.USUAL);
        var light = shot(Map.of("PGPOOL_LAB_THEME", "light"), "light.svg", ScreenSize.USUAL);
        var coloured = shot(Map.of(), "now.ansi", ScreenSize.USUAL);
        var plain = shot(Map.of("NO_COLOR", "1"), "plain.ansi", ScreenSize.USUAL);

        assertTrue(dark.contains("#14171c") && !light.contains("#14171c"));
        assertTrue(coloured.contains("\033[38;5;") || coloured.contains(";38;5;"), coloured);
        assertFalse(plain.contains("38;5;"), plain);
    }

    @Test
    void onTheSmallestScreenThereIsAPromptAtLeast() throws IOException {
        assertEquals("l\n", shot(Map.of(), "one.txt", new ScreenSize(1, 1)));
    }

    @Test
    void aFileThatCannotBeWrittenIsAProblemWithItsReason() {
        var thrown = assertThrows(LabException.class, () -> shot(Map.of(), "nowhere/now.svg", ScreenSize.USUAL));

        var problem = thrown.problems().get(0);
        assertEquals("The picture cannot be written", problem.what());
        assertEquals("no such file: " + directory.resolve("nowhere/now.svg"), problem.why());
    }

    private String shot(Map<String, String> environment, String name, ScreenSize size) throws IOException {
        var file = directory.resolve(name);
        new PlainDisplay(environment, CLOCK).shoot(session, file, size);
        return Files.readString(file);
    }
}
