package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

    /** What {@code pcp_watchdog_info -v} of Pgpool-II 4.3 prints, without the ports and priorities. */
    private static final String WATCHDOG = """
            Watchdog Cluster Information
            Total Nodes              : 3
            Remote Nodes             : 2
            Member Remote Nodes      : 2
            Alive Remote Nodes       : 0
            Nodes required for quorum: 2
            Quorum state             : QUORUM ABSENT
            Leader Host Name         : pgpool-1

            Watchdog Node Information
            Node Name         : pgpool-1:5432 Linux pgpool-1
            Host Name         : pgpool-1
            Status Name       : LEADER
            Membership Status : MEMBER

            Node Name         : Not_Set
            Host Name         : pgpool-2
            Status Name       : DEAD
            Membership Status : MEMBER

            Node Name         : pgpool-0:5432 Linux pgpool-0
            Host Name         : pgpool-0
            Status Name       : SHUTDOWN
            Membership Status : REMOVED-SHUTDOWN
            """;

    @Test
    void theVotesAreThoseThatPgpoolCounts() {
        var watchdog = PcpProbe.parseWatchdog(WATCHDOG);

        assertEquals(1, watchdog.alive());
        assertEquals(2, watchdog.total());
        assertEquals(2, watchdog.needed());
        assertFalse(watchdog.hasQuorum());
    }

    @Test
    void aQuorumThatIsNoNumberIsNoAnswer() {
        var answer = WATCHDOG.replace("quorum: 2", "quorum: two");

        assertThrows(ProbeException.class, () -> PcpProbe.parseWatchdog(answer));
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
