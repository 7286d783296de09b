package org.pgpoollab.challenge;

import java.util.List;
import org.pgpoollab.engine.Account;

/** Packets that are lost or late, and an address that is held twice. */
final class NetworkCauses {

    static final List<CauseKind> ALL = List.of(
            new CauseKind(
                    "isolated",
                    1,
                    List.of("$standby"),
                    "no packet reaches or leaves $standby",
                    "diagnose",
                    "$standby",
                    List.of("heal $standby", "recover --yes"),
                    List.of(new Change.Inject("isolate $standby"))),
            new CauseKind(
                    "cut",
                    2,
                    List.of("$primary", "$standby"),
                    "no packet passes between $primary and $standby; both reach all others",
                    "diagnose",
                    "$standby",
                    List.of("heal $standby", "recover --yes"),
                    List.of(new Change.Inject("cut $primary $standby"))),
            new CauseKind(
                    "one-way-cut",
                    2,
                    List.of("$primary", "$standby"),
                    "packets from $primary to $standby are lost; those from $standby to $primary arrive",
                    "exec --root $standby -- ip rule show",
                    "blackhole",
                    List.of("heal $standby", "recover --yes"),
                    List.of(new Change.Inject("cut $primary $standby --one-way"))),
            new CauseKind(
                    "port-cut",
                    2,
                    List.of("$pool", "$leader"),
                    "heartbeats (port 9694/udp) between $pool and $leader are lost; everything else passes",
                    "exec $pool -- ip rule show",
                    "blackhole",
                    List.of("heal $pool", "recover --yes"),
                    List.of(new Change.Inject("cut $pool $leader --port 9694/udp"))),
            new CauseKind(
                    "slow",
                    3,
                    List.of("$primary", "$standby"),
                    "every packet from $primary to $standby is 400 ms late",
                    "exec --root $primary -- tc qdisc show dev eth0",
                    "netem",
                    List.of("heal $standby"),
                    List.of(new Change.Inject("slow $primary $standby 400ms"))),
            new CauseKind(
                    "two-vips",
                    2,
                    List.of("$pool"),
                    "$pool holds the VIP beside $leader, which leads the watchdog",
                    "exec $pool -- ip address show dev eth0",
                    "$vip/",
                    List.of("exec $pool -- ip address delete $vip/24 dev eth0"),
                    List.of(new Change.Run(
                            "$pool",
                            Account.ROOT,
                            "ip address add $vip/24 dev eth0",
                            "ip address delete $vip/24 dev eth0 2>/dev/null || :",
                            "ip address show dev eth0 | grep -q 'inet $vip/'"))));

    private NetworkCauses() {}
}
