package org.pgpoollab.load;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.plan.Plan;
import org.pgpoollab.topology.Node;

/**
 * The load of one lab, whether it runs or not, from any process: clients that write and read through the virtual IP in a process of
 * their own, and the ledger that they keep of it. Every method may throw a {@link org.pgpoollab.LabException}.
 */
public interface LabLoad {

    boolean isRunning();

    /**
     * Ends when the first write was acknowledged.
     *
     * @throws org.pgpoollab.LabException if one runs already, the lab does not, or its pgpools take fewer sessions
     */
    Plan start(LoadShape shape);

    /** Ends when the process is gone and its ledger closed; empty if none runs. */
    Plan stop();

    /**
     * What clients noticed between two moments, over all loads of this lab. The survivors are asked of the primary directly, around
     * every pgpool.
     *
     * @throws org.pgpoollab.LabException if there was no load then
     */
    LoadReport report(Instant from, Instant to);

    /**
     * How many acknowledged writes, of all loads of this lab, a node has that the primary has not; empty if there never was a load. Both
     * are asked directly.
     */
    Optional<UnreplicatedWrites> atStake(Node node, Node primary);

    /** What was seen of the lab between two moments while a load ran, in the order of time. */
    List<Milestone> milestones(Instant from, Instant to);

    /** Tenth by tenth of a second between two moments, those without anything included. */
    List<TenthSecond> tenths(Instant from, Instant to);

    /** How it goes now, or went when it ended; empty if this lab never had a load. Cheap enough for a few times a second. */
    Optional<LoadStatus> loadStatus();
}
