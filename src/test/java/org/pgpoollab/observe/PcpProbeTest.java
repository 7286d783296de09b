package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.Shell;

class PcpProbeTest {

    private static final String FIRST = "pg-0 5432 2 0.333333 up up primary primary 0 none none 2026-11-25 13:57:08\n";
    private static final String SECOND =
            "pg-1 5432 3 0.333333 down down standby unknown 0 none none 2026-11-25 14:08:37\n";

    @Test
    void everyBackendIsToldInPgpoolsOwnWords() {
        var backends = probe(FIRST + SECOND).backends(new Endpoint("/run/pgpool", 9898), 2, Duration.ofSeconds(1));

        assertEquals(
                List.of("pg-0 up primary", "pg-1 down standby"),
                backends.stream()
                        .map(view -> view.node() + " " + view.status() + " " + view.role())
                        .toList());
    }

    @Test
    void anAnswerThatWasCutOffIsNone() {
        var probe = probe(FIRST);

        var refusal = assertThrows(
                ProbeException.class,
                () -> probe.backends(new Endpoint("/run/pgpool", 9898), 2, Duration.ofSeconds(1)));

        assertEquals("pcp_node_info ended after 1 of 2 backends", refusal.getMessage());
    }

    private static PcpProbe probe(String output) {
        return new PcpProbe(
                new PcpTools(Path.of("/bin"), "/run/.pcppass", "admin"), tool -> new Shell.Ended(0, output, ""));
    }
}
