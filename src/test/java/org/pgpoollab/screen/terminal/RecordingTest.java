package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    private final HandClock clock = new HandClock();

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("a.cast");
    }

    @Test
    void eachFrameIsALineWithItsTime() throws IOException {
        try (var recording = Recording.begin(file, 80, 24, clock)) {
            recording.frame(bytes("one"), 80, 24);
            clock.forward(Duration.ofMillis(1500));
            recording.frame(bytes("\033[1m●"), 80, 24);
        }

        var lines = Files.readAllLines(file);
        assertEquals(
                "{\"version\":2,\"width\":80,\"height\":24,\"timestamp\":1767268800,"
                        + "\"env\":{\"TERM\":\"xterm-256color\"},\"title\":\"pgpool-lab\"}",
                lines.get(0));
        assertEquals("[0.000000,\"o\",\"one\"]", lines.get(1));
        assertEquals("[1.500000,\"o\",\"\\u001B[1m●\"]", lines.get(2));
    }

    @Test
    void aNewSizeIsRecordedBeforeItsFrame() throws IOException {
        try (var recording = Recording.begin(file, 80, 24, clock)) {
            recording.frame(bytes("one"), 100, 30);
            recording.frame(bytes("two"), 100, 30);
        }

        assertEquals(
                "[0.000000,\"r\",\"100x30\"][0.000000,\"o\",\"one\"][0.000000,\"o\",\"two\"]",
                String.join("", Files.readAllLines(file).subList(1, 4)));
    }

    @Test
    void whatWasShownIsInTheFileThoughTheProgramIsKilled() throws IOException {
        var recording = Recording.begin(file, 80, 24, clock);

        recording.frame(bytes("one"), 80, 24);

        assertEquals(2, Files.readAllLines(file).size());
        recording.close();
    }

    @Test
    void nothingIsWrittenAfterItsEnd() throws IOException {
        var recording = Recording.begin(file, 80, 24, clock);
        recording.close();

        recording.frame(bytes("one"), 80, 24);
        recording.close();

        assertEquals(1, Files.readAllLines(file).size());
    }

    @Test
    void aFileThatIsThereIsLeftAlone() throws IOException {
        Files.writeString(file, "mine");

        assertThrows(FileAlreadyExistsException.class, () -> Recording.begin(file, 80, 24, clock));

        assertEquals("mine", Files.readString(file));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
