package org.pgpoollab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.fault.FaultText;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Node;

class PacketRulesTest {

    @Test
    void noFaultTakesAllRulesAway() {
        assertEquals(List.of("rule flush protocol 77"), rules().ipLines(Node.postgres(0)));
    }

    @Test
    void anIsolatedNodeHearsNobodyAndNobodyHearsIt() {
        var rules = rules("isolate pg-0");

        assertEquals(Set.of("iif eth0"), rules.lostAt(Node.postgres(0)));
        assertEquals(Set.of("from 10.77.0.10"), rules.lostAt(Node.pgpool(1)));
    }

    @Test
    void aPortIsCutAtEitherEndOfItsConnections() {
        var rules = rules("cut pg-0 pgpool-0 --one-way --port 5432/tcp");

        assertEquals(
                Set.of("from 10.77.0.10 ipproto tcp dport 5432", "from 10.77.0.10 ipproto tcp sport 5432"),
                rules.lostAt(Node.pgpool(0)));
        assertEquals(Set.of(), rules.lostAt(Node.postgres(0)));
    }

    @Test
    void onlyWhatGoesToThePeerIsSlow() {
        assertEquals(
                List.of(
                        "qdisc replace dev eth0 root handle 1: prio bands 3 priomap 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
                        "qdisc add dev eth0 parent 1:2 handle 20: netem delay 200ms loss 5%",
                        "filter add dev eth0 parent 1: protocol ip prio 1 u32 match ip dst 10.77.0.11/32 flowid 1:2"),
                rules("slow pg-0 pg-1 200ms --loss 5").tcLines(Node.postgres(0)));
        assertEquals(List.of(), rules("slow pg-0 pg-1 200ms").tcLines(Node.postgres(1)));
    }

    private static PacketRules rules(String... faults) {
        var wished = List.of(faults).stream()
                .map(text -> FaultText.parse(text).orElseThrow())
                .reduce(Faults.NONE, Faults::with, (some, others) -> others);
        return new PacketRules(Given.lab(3, 3), wished);
    }
}
