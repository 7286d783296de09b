package org.pgpoollab.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgpoollab.timeline.Event.Effect;
import org.pgpoollab.timeline.Event.Kind;
import org.pgpoollab.timeline.Event.Source;

class SilentSinceTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T12:00:00Z");

    private final List<Event> events = new ArrayList<>();

    private void seen(Kind kind, Effect effect, String text, String... nodes) {
        add(kind, effect, text, Source.SEEN, nodes);
    }

    private void command(String line) {
        add(Kind.COMMAND, Effect.CHANGE, line, Source.COMMAND);
    }

    private void add(Kind kind, Effect effect, String text, Source source, String... nodes) {
        events.add(new Event(at(events.size()), kind, effect, List.of(nodes), text, source));
    }

    private static Instant at(int place) {
        return BEGIN.plusSeconds(place);
    }

    private void assertSilent(Map<String, Instant> expected) {
        assertEquals(expected, SilentSince.of(events));
    }

    @Test
    void aNodeIsSilentSinceSomebodySawIt() {
        seen(Kind.NODE, Effect.TROUBLE, "pg-0 stopped answering (the host is off)", "pg-0");
        seen(Kind.REPLICATION, Effect.TROUBLE, "pg-1 stopped streaming: no WAL receiver", "pg-1");

        assertSilent(Map.of("pg-0", at(0)));
    }

    @Test
    void aCommandThatSilencesItIsTheEarlierSign() {
        command("kill pg-0 and pg-2");
        seen(Kind.NODE, Effect.TROUBLE, "pg-0 stopped answering (the host is off)", "pg-0");
        command("pause pgpool-1");
        command("pause postgres on pg-1");
        command("kill repmgrd on pg-3");

        assertSilent(Map.of("pg-0", at(0), "pg-2", at(0), "pgpool-1", at(2), "pg-1", at(3)));
    }

    @Test
    void aNodeThatWasBroughtBackToAPrimaryIsNotSilentSinceThen() {
        command("kill pg-0 and pg-2");
        command("rejoin pg-0 to pg-1");
        command("reclone pg-2 from pg-1");
        command("kill pg-0");

        assertSilent(Map.of("pg-0", at(3)));
    }

    @Test
    void whoAnswersAgainIsNotSilentSinceThen() {
        seen(Kind.NODE, Effect.TROUBLE, "pg-0 stopped answering (the host is off)", "pg-0");
        seen(Kind.ROLE, Effect.RECOVERY, "pg-0 came back as a standby of pg-1", "pg-0");
        command("stop pg-1");
        command("start pg-1");
        command("stop pgpool-0");
        command("bring up default");
        seen(Kind.NODE, Effect.TROUBLE, "pg-2 stopped answering (connection refused)", "pg-2");

        assertSilent(Map.of("pg-2", at(6)));
    }

    @Test
    void aServerThatLostAProcessIsNotSilent() {
        seen(
                Kind.NODE,
                Effect.TROUBLE,
                "a server process of pg-0 was ended by signal 9; PostgreSQL then ended all its sessions",
                "pg-0");

        assertSilent(Map.of());
    }
}
