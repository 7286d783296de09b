package org.pgpoollab.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pgpoollab.report.TerminalLook;

class StormPreviewTest {

    @Test
    void theFaultsOfASeedAreListedAsCommands() {
        var generator = new StormGenerator(7);
        var first = generator.next();

        var lines = new StormPreview(7, Duration.ofMinutes(5)).lines(TerminalLook.PLAIN);

        assertEquals(21, lines.size());
        assertEquals(
                String.format(
                        "  %2d s  %s",
                        first.lasts().toSeconds(),
                        String.join(
                                "; ",
                                first.faults().stream().map(StormFault::command).toList())),
                lines.get(1));
    }

    @Test
    void noTwoFaultsHaveOneCommand() {
        var commands = Stream.of(StormFault.values()).map(StormFault::command).toList();

        assertEquals(commands, List.copyOf(commands.stream().distinct().toList()));
    }
}
