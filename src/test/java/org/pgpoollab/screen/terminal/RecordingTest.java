package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.screen.Scenes;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.screen.terminal.emulator.VirtualScreen;

class RecordingTest {

    private final Clock clock = Clock.fixed(Instant.ofEpochSecond(1_767_268_800), ZoneOffset.UTC);
    private final List<String> told = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void whoeverPlaysItSeesEveryPictureThatWasShown() throws IOException {
        var file = directory.resolve("all.cast");
        var shown = Scenes.all().values().stream()
                .map(view -> Scenes.frame(view, 120, 36))
                .toList();
        var recording = Recording.begin(file, shown.get(0), clock, told::add);

        for (var picture : shown) {
            recording.picture(picture);

            assertShows(picture, played(Files.readString(file)));
        }
        recording.close();
        assertShows(shown.get(shown.size() - 1), played(Files.readString(file)));
        assertEquals(List.of(), told);
    }

    @Test
    void itBeginsWithAWholePictureAndEndsWithTheCursorInSight() throws IOException {
        var picture = Scenes.frame(Scenes.all().get("healthy"), 80, 24);
        var text = new StringWriter();

        Recording.begin(directory, text, picture, clock, told::add).close();

        var lines = text.toString().lines().toList();
        assertTrue(lines.get(0).startsWith("{\"version\":2,\"width\":80,\"height\":24,"), lines.get(0));
        assertTrue(event(lines.get(1)).get(2).startsWith("\033[0m\033[2J"), lines.get(1));
        assertEquals(List.of("0.000000", "o", "\033[0m\033[24;1H\033[?25h"), event(lines.get(2)));
        assertEquals(3, lines.size());
    }

    @Test
    void aTerminalThatIsResizedIsResizedInThePlayer() throws IOException {
        var view = Scenes.all().get("promoted");
        var text = new StringWriter();
        var recording = Recording.begin(directory, text, Scenes.frame(view, 80, 24), clock, told::add);

        recording.picture(Scenes.frame(view, 120, 36));
        recording.picture(Scenes.frame(view, 60, 20));

        assertTrue(text.toString().contains("\"r\",\"120x36\"]"), text.toString());
        assertShows(Scenes.frame(view, 60, 20), played(text.toString()));
    }

    @Test
    void nothingIsSwitchedOnThatStaysWhenAPlayerEnds() throws IOException {
        var text = new StringWriter();
        var recording =
                Recording.begin(directory, text, Scenes.frame(Scenes.all().get("healthy"), 80, 24), clock, told::add);
        recording.close();

        var modes = text.toString().replace("[?25", "");

        assertTrue(!modes.contains("[?"), modes);
    }

    @Test
    void aFullDiskEndsItAndIsTold() throws IOException {
        var disk = new SmallDisk(20_000);
        var recording =
                Recording.begin(directory, disk, Scenes.frame(Scenes.all().get("healthy"), 80, 24), clock, told::add);

        for (var columns = 81; columns < 120; columns++) {
            recording.picture(Scenes.frame(Scenes.all().get("healthy"), columns, 24));
        }
        recording.close();

        assertEquals(List.of("No space left on device"), told);
        assertEquals("No space left on device", recording.trouble());
        assertTrue(disk.closed);
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        var file = Files.writeString(directory.resolve("old.cast"), "precious");
        var picture = Scenes.frame(Scenes.all().get("healthy"), 80, 24);

        assertThrows(FileAlreadyExistsException.class, () -> Recording.begin(file, picture, clock, told::add));

        assertEquals("precious", Files.readString(file));
    }

    private static void assertShows(Picture expected, Picture seen) {
        assertEquals(expected.text(), seen.text());
        for (var row = 0; row < expected.rows(); row++) {
            for (var column = 0; column < expected.columns(); column++) {
                assertEquals(expected.glyph(column, row), seen.glyph(column, row), column + "," + row);
            }
        }
    }

    private static Picture played(String cast) throws IOException {
        var screen = new VirtualScreen(1, 1, 0);
        for (var line : cast.lines().toList()) {
            if (line.startsWith("{")) {
                screen.resize(number(line, "width"), number(line, "height"));
                continue;
            }
            var event = event(line);
            if (event.get(1).equals("o")) {
                screen.write(event.get(2));
                continue;
            }
            var size = event.get(2).split("x");
            screen.resize(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
        }
        return screen.picture(0);
    }

    private static int number(String header, String key) {
        return Integer.parseInt(header.replaceFirst(".*\"" + key + "\":(\\d+).*", "$1"));
    }

    private static List<String> event(String line) throws IOException {
        var parts = new ArrayList<String>();
        try (var parser = new JsonFactory().createParser(line)) {
            assertEquals(JsonToken.START_ARRAY, parser.nextToken());
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                parts.add(parser.getText());
            }
        }
        return parts;
    }

    /** A writer with room for a limited number of characters. */
    private static final class SmallDisk extends Writer {

        private int room;
        private boolean closed;

        SmallDisk(int room) {
            this.room = room;
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            room -= length;
            if (room < 0) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            closed = true;
        }
    }
}
