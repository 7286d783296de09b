package org.pgpoollab.drill;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.load.LabLoad;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.Plan;
import org.pgpoollab.topology.Lab;

/** A running lab that is drilled. Every method may throw a {@link org.pgpoollab.LabException}. */
public interface DrillTarget {

    Lab lab();

    /** What is seen of it now: every fact is asked for anew. */
    ClusterState look();

    /** @param listener is told each snapshot, by one thread at a time */
    WatchHandle watch(Consumer<ClusterState> listener);

    LabRepairs repairs();

    LabLoad load();

    /** Leaves the lab alone for a while; ends early by a {@link org.pgpoollab.LabException} if this thread is interrupted. */
    void pause(Duration span);

    /** Does a plan to its end. */
    void carryOut(Plan plan);

    /** Heals all faults and brings every node back; ends when the lab is proved to work. Tells what it did. */
    List<CompletedRepair> recover();
}
