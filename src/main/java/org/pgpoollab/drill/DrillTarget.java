package org.pgpoollab.drill;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.load.LabLoad;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.version.ProgramVersions;

/** A running lab on which drills run. Every method may throw a {@link org.pgpoollab.LabException}. */
public interface DrillTarget {

    Lab lab();

    /** The versions of the lab's programs. */
    ProgramVersions versions();

    /** Takes a snapshot by new queries to every node. */
    ClusterState look();

    /** @param listener receives each snapshot, from one thread at a time */
    WatchHandle watch(Consumer<ClusterState> listener);

    LabRepairs repairs();

    LabLoad load();

    /** Waits; ends early by a {@link org.pgpoollab.LabException} if this thread is interrupted. */
    void pause(Duration span);

    /** Carries out a plan to its end. */
    void carryOut(Plan plan);

    /** Removes all faults, repairs every node, and proves that the lab works. Returns the repairs. */
    List<CompletedRepair> recover();
}
