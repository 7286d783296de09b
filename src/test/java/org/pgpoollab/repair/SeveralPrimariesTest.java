package org.pgpoollab.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.pgpoollab.cluster.Given.healthy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.topology.Node;

/** Types the remedies that are printed of several primaries one command after another: none of them may be refused. */
class SeveralPrimariesTest {

    static Stream<Arguments> splits() {
        return Stream.of(
                Arguments.of(
                        "promoted without repmgr", healthy().primary("pg-1").timeline("pg-1", 2)),
                Arguments.of("an old one that came back", failedOver()),
                Arguments.of("an old one that is isolated", failedOver().fault("isolate pg-0")),
                Arguments.of(
                        "an old one that is isolated, and the new one",
                        failedOver().fault("cut pg-0 pg-1")),
                Arguments.of(
                        "no sign of any",
                        healthy(2, 1).primary("pg-1").timeline("pg-1", 2).status("pg-0", "down")),
                Arguments.of("three", three()),
                Arguments.of("three, the true one isolated", three().fault("isolate pg-0")),
                Arguments.of(
                        "three, another one isolated",
                        three().timeline("pg-0", 3).fault("isolate pg-2")),
                Arguments.of("three without a sign", three().status("pg-0", "down")),
                Arguments.of("three with a standby", three().standby("pg-3").upstream("pg-3", "pg-1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("splits")
    void everyCommandThatIsPrintedIsAccepted(String name, Given lab) {
        var commands = Diagnosis.of(lab.state()).findings().get(0).remedy().commands();
        var state = lab.healed().state();

        assertFalse(commands.isEmpty());
        for (var command : commands) {
            var words = List.of(command.split(" "));
            var node = Node.parse(words.get(words.size() - 1)).orElseThrow();
            switch (words.get(0)) {
                case "heal" -> {}
                case "rejoin", "reclone" -> {
                    var primary = Replication.leadingPrimary(state).orElseThrow();
                    assertEquals(List.of(command), proposed(lab, Optional.empty(), node));
                    assertFalse(primary.equals(node));
                }
                case "reconfigure" ->
                    assertEquals(Optional.empty(), of(lab, Optional.of(node)).refusal());
                default -> throw new AssertionError(command);
            }
        }
    }

    private static List<String> proposed(Given lab, Optional<Node> chosen, Node node) {
        return of(lab, chosen).repairs().stream()
                .filter(repair -> repair.node().equals(node))
                .map(Repair::title)
                .toList();
    }

    private static Reconfiguration of(Given lab, Optional<Node> chosen) {
        return Reconfiguration.of(lab.healed().state(), Map.of(), Map.of(), chosen);
    }

    private static Given failedOver() {
        var lab = healthy()
                .primary("pg-1")
                .timeline("pg-1", 2)
                .timeline("pg-2", 2)
                .upstream("pg-2", "pg-1")
                .status("pg-0", "down");
        lab.lab().pgpoolNodes().forEach(pool -> lab.role(pool.name(), "pg-1", "primary"));
        return lab;
    }

    /** Three primaries of which the pgpools write to pg-0. */
    private static Given three() {
        return healthy().primary("pg-1").primary("pg-2").timeline("pg-1", 2).timeline("pg-2", 2);
    }
}
