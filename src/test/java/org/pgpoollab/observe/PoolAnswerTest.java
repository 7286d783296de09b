package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.BackendStatus;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.ReplicationRole;

class PoolAnswerTest {

    private static final Instant ASKED = Instant.parse("2026-01-01T12:00:00Z");

    private final Observed<PoolAnswer> silence = Observed.unreachable("timeout", ASKED);

    @Test
    void whatPcpFoundLaterStandsForASessionThatIsSilent() {
        var found = Observed.seen(
                List.of(BackendView.believed(0, "pg-0", BackendStatus.UP, ReplicationRole.PRIMARY, 0)),
                ASKED.plusSeconds(1));

        assertEquals(found, PoolAnswer.joined(silence, found));
    }

    @Test
    void aPgpoolThatIsSilentIsNotTakenForOneWithoutBackends() {
        Observed<List<BackendView>> nobodyLooked = Observed.seen(List.of(), ASKED.plusSeconds(1));

        assertEquals("timeout", PoolAnswer.joined(silence, nobodyLooked).reason());
    }

    @Test
    void aPgpoolThatRefusesStrangersIsNoneThatAnswers() {
        var served = Observed.seen(new PoolAnswer(List.of(), ClientCount.UNKNOWN), ASKED);
        Observed<List<BackendView>> refused = Observed.unreachable(PoolNode.REFUSAL, ASKED);

        assertEquals(PoolNode.REFUSAL, PoolAnswer.joined(served, refused).reason());
    }
}
