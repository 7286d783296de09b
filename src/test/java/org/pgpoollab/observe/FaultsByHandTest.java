package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.FaultText;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.observe.FaultsByHand.Sign;
import org.pgpoollab.topology.Node;

class FaultsByHandTest {

    private static final Node PG_1 = Node.postgres(1);
    private static final Node PGPOOL_1 = Node.pgpool(1);

    @Test
    void everySignIsToldWithTheCommandThatRemovesIt() {
        assertEquals(
                List.of(
                        new Sign(
                                PG_1,
                                "process 18 is stopped by a signal: postgres: pg-1: walreceiver",
                                "exec --root pg-1 -- kill -CONT 18"),
                        new Sign(
                                PG_1,
                                "iptables filters packets: INPUT -s 10.77.0.10/32 -j DROP",
                                "exec --root pg-1 -- iptables -t filter -D INPUT -s 10.77.0.10/32 -j DROP"),
                        new Sign(
                                PG_1,
                                "a routing rule loses packets: from 10.77.0.10 blackhole",
                                "exec --root pg-1 -- ip rule delete pref 90 from 10.77.0.10 blackhole")),
                signs(
                        PG_1,
                        Faults.NONE,
                        "stopped 18 postgres: pg-1: walreceiver ",
                        "filter filter INPUT -s 10.77.0.10/32 -j DROP",
                        "rule 90 from 10.77.0.10 blackhole"));
        assertEquals(
                List.of(new Sign(
                        PGPOOL_1,
                        "a queue changes the traffic: netem 8001: root refcnt 2 limit 1000 delay 1s",
                        "exec pgpool-1 -- tc qdisc delete dev eth0 root")),
                signs(PGPOOL_1, Faults.NONE, "queue qdisc netem 8001: root refcnt 2 limit 1000 delay 1s"));
    }

    @Test
    void whatACommandOfThisProgramMadeIsNotToldAgain() {
        assertEquals(
                List.of(),
                signs(PG_1, Faults.of(new Fault.Pause(PG_1)), "stopped 18 postgres", "a line without sense"));
    }

    @Test
    void whatAChallengeHidesIsNotTold() {
        var hidden = Faults.NONE
                .withHidden(FaultText.parse("slow pg-1 pg-2 400ms").orElseThrow())
                .withHidden(new Fault.Pause(PG_1));

        assertEquals(List.of(), signs(PG_1, hidden, "queue qdisc prio 1: root refcnt 2", "stopped 18 postgres: x"));
    }

    private static List<Sign> signs(Node node, Faults known, String... lines) {
        return FaultsByHand.signs(node, known, List.of(lines)).toList();
    }
}
