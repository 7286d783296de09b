package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.output.Format;
import org.pgpoollab.output.Output;
import org.pgpoollab.output.Style;
import org.pgpoollab.playback.GivenPlayback;

class PlaybackLinesTest {

    @Test
    void anEventStandsWhenItHappenedAlthoughALaterChangeToldIt() {
        var lines = printed();

        var times = lines.stream()
                .skip(1)
                .map(line -> line.substring(0, "12:00:00.000".length()))
                .toList();
        assertEquals(times.stream().sorted().toList(), times);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("12:00:09.700") && line.contains("stopped")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("12:00:10.000") && line.contains("pg-0: primary")));
    }

    private static List<String> printed() {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            new PlaybackLines(
                            new Output(stream, stream, StandardCharsets.UTF_8, Format.TEXT, Style.PLAIN),
                            Clock.system(ZoneOffset.UTC))
                    .print(GivenPlayback.playback());
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
