package org.pgpoollab.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.topology.Node;

class FaultMarkTest {

    private static final Node PG_2 = Node.postgres(2);
    private static final GridCell STANDBY = new GridCell("○ standby", StyleRole.STANDBY);
    private static final GridCell SILENCE = new GridCell("✗ no answer 4 s", StyleRole.BAD);

    @Test
    void aNodeThatIsLeftAloneHasNoMark() {
        assertEquals(STANDBY, mark(Given.healthy().state()).on(STANDBY));
    }

    @Test
    void aNodeThatAnswersAlthoughItIsCutOffKeepsItsRole() {
        var state = Given.healthy().fault("isolate pg-2").state();

        assertEquals("○ standby ⊘", mark(state).on(STANDBY).text());
    }

    @Test
    void aNodeThatIsSilentOnPurposeSaysWhatWasDone() {
        var state = Given.healthy().silent("pg-2").fault("pause pg-2").state();

        assertEquals(
                "‖ paused",
                mark(state).instead(state.postgres(PG_2).says(), SILENCE).text());
    }

    @Test
    void aNodeThatIsSilentByItselfSaysWhy() {
        var state = Given.healthy().silent("pg-2").state();

        assertEquals(SILENCE, mark(state).instead(state.postgres(PG_2).says(), SILENCE));
    }

    private static FaultMark mark(ClusterState state) {
        return new FaultMark(state, PG_2);
    }
}
