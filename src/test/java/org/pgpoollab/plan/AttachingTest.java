package org.pgpoollab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.repair.Repair;
import org.pgpoollab.repair.RepairMethod;
import org.pgpoollab.topology.Node;

/** Tests that pgpools find the true primary when a backend is attached: every pgpool searches for it again at each attach. */
class AttachingTest {

    private static final Node PG_0 = Node.postgres(0);
    private static final Node PG_2 = Node.postgres(2);
    private static final String KILLED = "pg-2 root sh -c";

    @Test
    void othersAreFencedBeforeAnAttachAndThePoolsAreLookedAtAfterIt() {
        var plan = new RepairPlanner(Given.healthy().lab())
                .of(new Repair(RepairMethod.ATTACH, PG_2, "", "", false), Optional.of(PG_0), true, Map.of());

        assertEquals(
                List.of(
                        "ensure that no other node but pg-0 is primary",
                        "ensure that no pgpool takes another node for the primary",
                        "attach pg-2 where it is held down",
                        "check that every pgpool that answers writes to pg-0"),
                plan.steps().stream().map(Step::title).toList());
    }

    @Test
    void everyOtherPrimaryIsFencedAndDetached() {
        var lab = new FakeLab(Given.healthy().primary("pg-2"));

        new FenceRivals(PG_0, "admin").perform(lab.context(), Progress.SILENT);

        assertEquals(2, lab.ran.size(), lab.ran::toString);
        assertTrue(lab.ran.get(0).startsWith(KILLED), lab.ran.get(0));
        assertEquals("pcp_detach_node pg-2", lab.ran.get(1));
        assertEquals(List.of(PG_0), lab.glance().primaries());
    }

    @Test
    void aRivalThatIsTheLastBackendIsFencedAndNotDetached() {
        var given = Given.healthy().primary("pg-2").status("pg-0", "down").status("pg-1", "down");
        var lab = new FakeLab(given);

        new FenceRivals(PG_0, "admin").perform(lab.context(), Progress.SILENT);

        assertEquals(1, lab.ran.size(), lab.ran::toString);
        assertTrue(lab.ran.get(0).startsWith(KILLED), lab.ran.get(0));
    }

    @Test
    void whereNobodyElseIsPrimaryNobodyIsFenced() {
        var lab = new FakeLab(Given.healthy());

        new FenceRivals(PG_0, "admin").perform(lab.context(), Progress.SILENT);
        new RedirectPools(PG_0, "admin").perform(lab.context(), Progress.SILENT);
        check(PG_2).perform(lab.context(), Progress.SILENT);

        assertEquals(List.of(), lab.ran);
    }

    @Test
    void anAttachThatTurnsAPoolIsTakenBack() {
        var lab = new FakeLab(turned());

        var failure = assertThrows(LabException.class, () -> check(PG_2).perform(lab.context(), Progress.SILENT));

        assertEquals(List.of("pcp_detach_node pg-2"), lab.ran);
        var problem = failure.problems().get(0);
        assertEquals("after pg-2 was attached, not every pgpool writes to pg-0", problem.what());
        assertEquals("pgpool-1 not yet writing to pg-0; pg-2 was detached again", problem.why());
        assertEquals("reconfigure", problem.remedy());
    }

    @Test
    void anAttachOfThePrimaryItselfOrOfTheLastBackendIsNotTakenBack() {
        var primary = new FakeLab(turned());
        var last = new FakeLab(turned().status("pg-0", "down").status("pg-1", "down"));

        assertThrows(LabException.class, () -> check(PG_0).perform(primary.context(), Progress.SILENT));
        assertThrows(LabException.class, () -> check(PG_2).perform(last.context(), Progress.SILENT));

        assertEquals(List.of(), primary.ran);
        assertEquals(List.of(), last.ran);
    }

    @Test
    void aPrimaryThatIsHeldDownIsAttachedBeforeAStandby() {
        var lab = new FakeLab(
                Given.healthy().status("pg-0", "down").status("pg-1", "down").status("pg-2", "down"));

        new AttachWhereDown(PG_2, "admin").perform(lab.context(), Progress.SILENT);

        assertEquals(List.of("pcp_attach_node pg-0", "pcp_attach_node pg-2"), lab.ran);
    }

    @Test
    void aStandbyThatIsTakenForThePrimaryIsDetachedAndAttachedAgain() {
        var lab = new FakeLab(turned());

        new RedirectPools(PG_0, "admin").perform(lab.context(), Progress.SILENT);

        assertEquals(List.of("pcp_detach_node pg-2", "pcp_attach_node pg-2"), lab.ran);
    }

    @Test
    void oneThatDoesNotStreamStaysDetached() {
        var lab = new FakeLab(turned().receiver("pg-2", ""));

        new RedirectPools(PG_0, "admin").perform(lab.context(), Progress.SILENT);

        assertEquals(List.of("pcp_detach_node pg-2"), lab.ran);
    }

    @Test
    void theLastBackendIsNotDetachedSoThatThePoolsLookAgain() {
        var lab = new FakeLab(turned().status("pg-0", "down").status("pg-1", "down"));

        new RedirectPools(PG_0, "admin").perform(lab.context(), Progress.SILENT);

        assertEquals(List.of(), lab.ran);
    }

    /** A lab in which one pgpool writes to pg-2, which is a standby. */
    private static Given turned() {
        return Given.healthy().role("pgpool-1", "pg-0", "standby").role("pgpool-1", "pg-2", "primary");
    }

    private static CheckWrites check(Node attached) {
        return new CheckWrites(PG_0, attached, "admin", Duration.ZERO);
    }
}
