package org.pgpoollab.save;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.engine.FakeEngine;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

class RestorePlannerTest {

    private static final Lab LAB = Given.healthy().state().lab();
    private static final Node PG_0 = Node.postgres(0);
    private static final Node PG_2 = Node.postgres(2);

    @TempDir
    private Path root;

    @Test
    void theSaveIsCopiedBeforeTheLabEnds() throws IOException {
        assertEquals(
                List.of(
                        "copy the save lunch",
                        "end all processes, hosts and the network",
                        "exchange the lab's files for those of the save",
                        "write 0 files below " + root,
                        "make 6 hosts on one network",
                        "start everything",
                        "prove that it works",
                        "remove what the lab was before"),
                titles(Given.healthy().state(), new FakeEngine(true)));
    }

    @Test
    void aLabThatDidNotRunIsNotStarted() throws IOException {
        var titles = planned(SavedState.stopped(LAB));

        assertFalse(titles.contains("make 6 hosts on one network"), titles.toString());
    }

    @Test
    void aLabInTroubleHasItsNetworkFaultsBeforeAnyServerStarts() throws IOException {
        var titles = titles(
                Given.healthy().state().with(Faults.of(new Fault.Isolate(PG_2), new Fault.Lag(PG_2))),
                new FakeEngine(true));

        assertBefore("note the faults", "impose faults of the network", titles);
        assertBefore("impose faults of the network", "start PostgreSQL", titles);
        assertBefore("start PostgreSQL", "pause replay on pg-2", titles);
        assertBefore("pause replay on pg-2", "start the pgpools", titles);
        assertBefore("start the pgpools", "compare roles, beliefs and faults with what was saved", titles);
        assertFalse(titles.contains("prove that it works"), titles.toString());
    }

    @Test
    void aPgpoolThatWasCutOffMeetsTheOthersFirst() throws IOException {
        var titles = titles(
                Given.healthy().state().with(Faults.of(new Fault.Isolate(Node.pgpool(2)))), new FakeEngine(true));

        assertBefore("start the pgpools", "wait until the pgpools have met, and found the primary", titles);
        assertBefore(
                "wait until the pgpools have met, and found the primary", "impose all faults of the network", titles);
    }

    @Test
    void aSplitWithAPrimaryOnEachSideIsThereBeforeAnyServerStarts() {
        var saved = new SavedState(
                true,
                List.of(
                        postgres(0, "primary"),
                        postgres(1, "primary"),
                        postgres(2, "standby of pg-1"),
                        pool(0, "pg-0"),
                        pool(1, "pg-1")),
                Faults.NONE,
                List.of());
        var split = Fault.Cut.between(Set.of(PG_0, Node.pgpool(0)), Set.of(Node.postgres(1), PG_2, Node.pgpool(1)));
        var blind = Fault.Cut.between(Set.of(PG_2, Node.pgpool(0)), Set.of(PG_0, Node.postgres(1), Node.pgpool(1)));

        assertEquals(Faults.of(split), new EarlyFaults(saved).of(Faults.of(split)));
        assertEquals(
                Faults.of(Fault.Cut.between(Set.of(PG_2), Set.of(PG_0, Node.postgres(1)))),
                new EarlyFaults(saved).of(Faults.of(blind)));
    }

    @Test
    void aPrimaryThatNoPgpoolUsedIsSeenOnlyWhenAllHaveFoundTheirs() {
        var saved = new SavedState(
                true,
                List.of(postgres(0, "primary"), postgres(1, "primary"), pool(0, "pg-1"), pool(1, "pg-1")),
                Faults.NONE,
                List.of());

        assertEquals(
                Faults.of(Fault.Cut.between(Set.of(PG_0), Set.of(Node.pgpool(0), Node.pgpool(1)))),
                new EarlyFaults(saved).of(Faults.NONE));
    }

    private static SavedNode postgres(int index, String role) {
        return new SavedNode(Node.postgres(index), true, Set.of(Server.POSTGRES), role, Map.of(), false);
    }

    private static SavedNode pool(int index, String primary) {
        return new SavedNode(
                Node.pgpool(index), true, Set.of(Server.PGPOOL), "STANDBY", Map.of(primary, "up primary"), false);
    }

    @Test
    void aPrimaryThatWasFrozenIsFrozenBeforeOthersStart() throws IOException {
        var titles = titles(Given.healthy().state().with(Faults.of(new Fault.Pause(PG_0))), new FakeEngine(true));

        assertBefore("pause all processes of pg-0", "start the pgpools", titles);
        assertTrue(titles.indexOf("start PostgreSQL") < titles.indexOf("pause all processes of pg-0"));
        assertTrue(titles.lastIndexOf("start PostgreSQL") > titles.indexOf("pause all processes of pg-0"));
    }

    @Test
    void aHostThatWasOffIsSwitchedOffAndItsServersStayDown() throws IOException {
        var engine = new FakeEngine(true) {
            @Override
            public boolean isOn(Node node) {
                return !node.equals(PG_0);
            }

            @Override
            public boolean isAlive(Node node, String pidFile, String program) {
                return isOn(node);
            }
        };

        var titles = titles(Given.healthy().state().with(Faults.of(new Fault.Off(PG_0))), engine);

        assertBefore("cut the power of pg-0", "start PostgreSQL", titles);
    }

    @Test
    void theHolderOfTheVipStartsFirst() throws IOException {
        var state = SavedState.of(Given.healthy().state(), new FakeEngine(true));
        var holder = state.vipHolder().orElseThrow();

        var start = new RestoredStart(LAB, new LabDirectory(root), state, root);

        assertTrue(state.of(holder).ran(Server.PGPOOL));
        assertEquals(2, start.allAtOnce().size());
    }

    private static void assertBefore(String one, String other, List<String> titles) {
        assertTrue(
                titles.contains(one) && titles.contains(other) && titles.indexOf(one) < titles.indexOf(other),
                titles.toString());
    }

    private List<String> titles(ClusterState state, FakeEngine engine) throws IOException {
        return planned(SavedState.of(state, engine));
    }

    private List<String> planned(SavedState state) throws IOException {
        var directory = new LabDirectory(root);
        var store = new SaveStore(directory);
        Files.createDirectories(store.files("lunch"));
        var save = new Save("lunch", Instant.EPOCH, 1, TreeContents.UNKNOWN, 15, "", state);
        var now = SavedState.of(Given.healthy().state(), new FakeEngine(true));
        return new ArrayList<>(new RestorePlanner(LAB, directory, store, save, List.of())
                .plan(now, List.of()).steps().stream().map(Step::title).toList());
    }
}
