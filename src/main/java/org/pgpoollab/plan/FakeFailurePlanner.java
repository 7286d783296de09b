package org.pgpoollab.plan;

import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Fault.Isolate;
import org.pgpoollab.fault.Fault.Lie;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.plan.step.FakeBackendFailure;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.SaveFaults;
import org.pgpoollab.topology.Node;

/** Plans failed health checks of a backend that works, and says whether enough pgpools vote for its failover. */
record FakeFailurePlanner(ClusterState state) {

    /** @throws LabException as a usage error if these are not a pgpool and a backend */
    Plan lie(Node pool, Node backend) {
        if (!pool.isPgpool() || !backend.isPostgres()) {
            throw LabException.usage(
                    "a lie is told to a pgpool about a PostgreSQL node",
                    pool + " and " + backend + " are not these",
                    "lie pgpool-0 pg-1");
        }
        if (isOff(pool)) {
            throw FaultPlanner.hostIsOff(pool);
        }
        if (state.lab().timing().healthCheckPeriod().isZero()) {
            throw LabException.failed(
                    pool + " cannot be lied to",
                    "it does not check the health of its backends: health_check_period is 0 in profile "
                            + state.lab().timing().profile(),
                    "down; up --profile fast");
        }
        var wished = state.faults().with(new Lie(pool, backend));
        return Plan.of(
                        "have " + pool + " find " + backend + " down",
                        new SaveFaults("note the fault", wished),
                        new FakeBackendFailure(pool, FaultRemoval.lies(wished, pool)))
                .undoneBy(
                        new FakeBackendFailure(pool, FaultRemoval.lies(state.faults(), pool)),
                        new SaveFaults("clear the fault", state.faults()))
                .advising(afterLie(backend, wished));
    }

    /** Returns what the pgpools do: they detach a backend if the majority finds it down. */
    private String afterLie(Node backend, Faults wished) {
        var voters = wished.each(Lie.class).stream()
                .filter(lie -> lie.backend().equals(backend))
                .map(Lie::pool)
                .distinct()
                .sorted()
                .toList();
        var votes = voters.stream().filter(this::votes).count();
        var needed = state.lab().quorum();
        var counted = votes + " of " + state.lab().pgpoolCount() + " pgpools " + (votes == 1 ? "votes" : "vote")
                + " that " + backend + " is down, " + needed + (needed == 1 ? " is" : " are") + " needed";
        return votes < needed
                ? counted + ": it stays in use: pool_nodes --all; undo it: heal " + Node.names(voters)
                : counted + ": it is detached within seconds: pool_nodes --all; undo it: heal " + Node.names(voters)
                        + "; attach " + backend;
    }

    /** Returns whether the health check of a pgpool runs, and the others hear of it. */
    private boolean votes(Node pool) {
        var faults = state.faults();
        return !isOff(pool)
                && !faults.freezes(pool)
                && !faults.has(new Isolate(pool))
                && state.pool(pool).isReachable();
    }

    private boolean isOff(Node pool) {
        return state.faults().has(new Fault.Off(pool));
    }
}
