package org.pgpoollab.load;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.topology.Node;

/**
 * Starts, stops and reports the load of one lab, from any process and whether it runs or not. The load is a process with clients that write
 * and read through the VIP and log every statement in a ledger. Every method may throw a {@link org.pgpoollab.LabException}.
 */
public interface LabLoad {

    boolean isRunning();

    /**
     * Returns a plan that starts a load and ends when the first write was acknowledged.
     *
     * @throws org.pgpoollab.LabException if a load runs already, the lab does not run, or its pgpools take fewer sessions
     */
    Plan start(LoadShape shape);

    /** Returns a plan that ends when the process is gone and its ledger closed; the plan is empty if no load runs. */
    Plan stop();

    /**
     * Reports what clients noticed between two moments, over all loads of this lab. It reads the surviving rows from the primary directly,
     * not through a pgpool.
     *
     * @throws org.pgpoollab.LabException if there was no load at that time
     */
    LoadReport report(Instant from, Instant to);

    /**
     * Counts the acknowledged writes of all loads of this lab that a node has and the primary has not; empty if there never was a load. It
     * reads both nodes directly.
     */
    Optional<UnreplicatedWrites> atStake(Node node, Node primary);

    /** Returns the milestones between two moments while a load ran, in the order of time. */
    List<Milestone> milestones(Instant from, Instant to);

    /** Returns the counts of every tenth of a second between two moments, including those without any statement. */
    List<TenthSecond> tenths(Instant from, Instant to);

    /** Returns the newest status of the load; empty if this lab never had one. Cheap enough to call a few times a second. */
    Optional<LoadStatus> loadStatus();
}
