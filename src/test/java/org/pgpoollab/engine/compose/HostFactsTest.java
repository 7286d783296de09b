package org.pgpoollab.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.FakeGate;
import org.pgpoollab.engine.Gate;
import org.pgpoollab.engine.compose.HostFacts.Outcome;

class HostFactsTest {

    private static final String PG_0 = "socket /run/sockets/pg-0/facts";

    @TempDir
    Path directory;

    @Test
    void oneConnectionServesAllQuestionsToAHost() throws IOException {
        try (var gate = new FakeGate(directory, Map.of(PG_0, "", "ping", "on\n", "address 10.77.0.200", "no\n"))) {
            var facts = new HostFacts(gate::gate, host -> false);

            assertEquals("on", facts.ask("pg-0", "ping").text());
            assertEquals("no", facts.ask("pg-0", "address 10.77.0.200").text());
            assertEquals(List.of("word " + PG_0, "ping", "address 10.77.0.200"), gate.heard);
        }
    }

    @Test
    void aHostThatIsOffIsToldFromAGateThatIsNotThere() throws IOException {
        try (var gate = new FakeGate(directory, Map.of())) {
            assertEquals(
                    Outcome.OFF,
                    new HostFacts(gate::gate, host -> false).ask("pg-0", "ping").outcome());
        }
        assertEquals(
                Outcome.NO_GATE,
                new HostFacts(() -> Gate.NONE, host -> false)
                        .ask("pg-0", "ping")
                        .outcome());
    }

    @Test
    void aHostThatDoesNotAnswerIsSilentAndNotOff() throws IOException {
        try (var gate = new FakeGate(directory, Map.of(PG_0, "", "ping", ""))) {
            assertEquals(
                    Outcome.SILENT,
                    new HostFacts(gate::gate, host -> false).ask("pg-0", "ping").outcome());
        }
    }

    @Test
    void aPausedHostIsNotAskedAgainUntilItGoesOn() throws IOException {
        var paused = new ArrayList<>(List.of("pg-0"));
        try (var gate = new FakeGate(directory, Map.of(PG_0, "", "ping", "", "network", "here\n"))) {
            var facts = new HostFacts(gate::gate, paused::contains);

            assertEquals(Outcome.SILENT, facts.ask("pg-0", "ping").outcome());
            assertEquals(Outcome.SILENT, facts.ask("pg-0", "network").outcome());
            assertEquals(List.of("word " + PG_0, "ping"), gate.heard);

            paused.clear();

            assertEquals("here", facts.ask("pg-0", "network").text());
        }
    }

    @Test
    void aConnectionThatHasEndedIsMadeAnew() throws IOException {
        try (var gate = new FakeGate(directory, Map.of(PG_0, "", "ping", "on\n"))) {
            var facts = new HostFacts(gate::gate, host -> false);
            facts.ask("pg-0", "ping");

            // The gate ends a connection on which it hears something unknown.
            assertEquals(Outcome.OFF, facts.ask("pg-0", "nonsense").outcome());
            assertEquals("on", facts.ask("pg-0", "ping").text());
        }
    }
}
