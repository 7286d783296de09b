package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Node;

class LabProbeResultsTest {

    @Test
    void aFrozenServerIsKnownToBeSilentOnABusyMachine() {
        var healthy = Given.healthy().state();
        var results = new LabProbeResults(healthy.lab(), new FakeProbes(healthy));
        results.faults().seen(Faults.of(new Fault.Pause(Node.pgpool(1))), Given.NOW);
        results.pools().forEach(pool -> pool.sql().undecided(ProbeFailureText.TOO_BUSY));

        var pools = results.state(Given.NOW).pools();

        assertEquals(
                Observed.unreachable("its processes are frozen", Given.NOW),
                pools.get(1).backends());
        assertEquals(Observed.unknown("this machine is too busy"), pools.get(0).backends());
    }
}
