package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.Shell;

class PcpProbeTest {

    private static final Endpoint PCP = new Endpoint("/run/pgpool", 9898);

    private static final String FIRST = "pg-0 5432 2 0.333333 up up primary primary 0 none none 2026-11-25 13:57:08\n";
    private static final String SECOND =
            "pg-1 5432 3 0.333333 down down standby unknown 0 none none 2026-11-25 14:08:37\n";

    @Test
    void everyBackendIsToldInPgpoolsOwnWords() {
        var backends = probe(FIRST + SECOND).backends(PCP, 2, Duration.ofSeconds(1));

        assertEquals(
                List.of("pg-0 up primary", "pg-1 down standby"),
                backends.stream()
                        .map(view -> view.node() + " " + view.status() + " " + view.role())
                        .toList());
    }

    @Test
    void anAnswerThatWasCutOffIsNone() {
        var probe = probe(FIRST);

        var refusal = assertThrows(ProbeException.class, () -> probe.backends(PCP, 2, Duration.ofSeconds(1)));

        assertEquals("pcp_node_info ended after 1 of 2 backends", refusal.getMessage());
    }

    @Test
    void aSessionThatBrokeIsTriedOnceMore() {
        var broken = new Shell.Ended(1, "", "ERROR: unable to read data from socket.");
        var answers = new ArrayDeque<>(List.of(broken, new Shell.Ended(0, FIRST, ""), broken, broken));
        var probe = probe(tool -> answers.remove());

        assertEquals(1, probe.backends(PCP, 1, Duration.ofSeconds(1)).size());
        assertThrows(ProbeException.class, () -> probe.backends(PCP, 1, Duration.ofSeconds(1)));
        assertEquals(List.of(), List.copyOf(answers));
    }

    @Test
    void aServerThatDoesNotListenIsNotTriedAgain() {
        var refused = new Shell.Ended(
                1, "", "ERROR: connection to host \"pgpool-1\" failed with error \"Connection refused\"");
        var answers = new ArrayDeque<>(List.of(refused));
        var probe = probe(tool -> answers.remove());

        assertThrows(ProbeException.class, () -> probe.backends(PCP, 1, Duration.ofSeconds(1)));
    }

    private static PcpProbe probe(String output) {
        return probe(tool -> new Shell.Ended(0, output, ""));
    }

    private static PcpProbe probe(Function<Command, Shell.Ended> runner) {
        return new PcpProbe(new PcpTools(Path.of("/bin"), "/run/.pcppass", "admin"), runner);
    }
}
