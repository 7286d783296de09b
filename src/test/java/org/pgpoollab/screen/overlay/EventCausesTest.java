package org.pgpoollab.screen.overlay;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.screen.overlay.Goldens.assertPicture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Node;

class EventCausesTest {

    private static final Instant AT = Instant.parse("2026-11-23T07:00:30Z");

    private static final Event EVENT = new Event(
            AT,
            Event.Kind.ROLE,
            Event.Effect.CHANGE,
            List.of("pg-1", "pg-0"),
            "pg-1 is primary now, instead of pg-0",
            Event.Source.SEEN);

    private static final List<LogLine> LINES = List.of(
            new LogLine(
                    AT.minusMillis(3500),
                    Node.postgres(1),
                    "postgresql.log",
                    "2026-11-23 07:00:26.500 UTC [41] FATAL:  could not receive data from WAL stream: server closed the connection"
                            + " unexpectedly"),
            new LogLine(
                    AT.minusSeconds(3),
                    Node.postgres(1),
                    "repmgr.log",
                    "[2026-11-23 07:00:27] [INFO] checking state of node \"pg-0\" (ID: 1), 1 of 2 attempts"),
            new LogLine(
                    AT.minusSeconds(2),
                    Node.postgres(1),
                    "repmgr.log",
                    "[2026-11-23 07:00:28] [INFO] checking state of node \"pg-0\" (ID: 1), 2 of 2 attempts"),
            new LogLine(
                    AT.minusMillis(100),
                    Node.pgpool(0),
                    "pgpool.log",
                    "2026-11-23 07:00:29.900: main pid 13: LOG:  failover: set new primary node: 1"),
            new LogLine(AT, Node.pgpool(0), "pgpool.log", "2026-11-23 07:00:30.000: main pid 13: LOG:  unheard of"));

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 36", "200, 50"})
    void theLinesOfAllProgramsStandUnderTheEvent(int columns, int rows) {
        var causes = EventCauses.of(EVENT, LINES, ZoneOffset.UTC);

        assertPicture("causes-%dx%d".formatted(columns, rows), causes.picture(columns, rows, 0, OverlayStyles.PLAIN));
    }

    @Test
    void withoutLinesItSaysSo() {
        var text = EventCauses.of(EVENT, List.of(), ZoneOffset.UTC)
                .picture(80, 24, 0, OverlayStyles.PLAIN)
                .text();

        assertTrue(text.contains("no line of a log belongs to it"), text);
    }
}
