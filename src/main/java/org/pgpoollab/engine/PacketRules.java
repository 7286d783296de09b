package org.pgpoollab.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pgpoollab.fault.Fault.Cut;
import org.pgpoollab.fault.Fault.Impairment;
import org.pgpoollab.fault.Fault.Isolate;
import org.pgpoollab.fault.Fault.Port;
import org.pgpoollab.fault.Fault.Port.Protocol;
import org.pgpoollab.fault.Fault.Slow;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Creates the commands of ip-rule(8) and tc(8) that make a host apply the network faults. A packet is dropped where it arrives, never where
 * it is sent, so the sender notices nothing, as on a real network. A rule of type blackhole needs no packet filter, and also drops ARP and
 * the packets of open connections.
 */
public final class PacketRules {

    /** Marks the rules of this program, so that they can be removed together. The number is free for any use, see rtnetlink(7). */
    public static final int PROTOCOL = 77;

    private final Lab lab;
    private final Faults faults;

    public PacketRules(Lab lab, Faults faults) {
        this.lab = lab;
        this.faults = faults;
    }

    /** Returns the selectors of the packets that are dropped when they arrive at a node: {@code from 10.77.0.10 ipproto tcp dport 5432}. */
    public Set<String> lostAt(Node node) {
        var selectors = new LinkedHashSet<String>();
        for (var isolate : faults.each(Isolate.class)) {
            selectors.add(isolate.node().equals(node) ? "iif eth0" : from(isolate.node()));
        }
        for (var cut : faults.each(Cut.class)) {
            if (cut.to().contains(node)) {
                cut.from().forEach(peer -> selectors.addAll(narrowed(peer, cut.port())));
            }
            if (!cut.oneWay() && cut.from().contains(node)) {
                cut.to().forEach(peer -> selectors.addAll(narrowed(peer, cut.port())));
            }
        }
        return selectors;
    }

    private String from(Node peer) {
        return "from " + lab.addresses().of(peer);
    }

    /** Returns selectors for both directions of a connection, which has the port at one of its ends. */
    private List<String> narrowed(Node peer, Port port) {
        if (port.equals(Port.ANY)) {
            return List.of(from(peer));
        }
        return protocols(port)
                .flatMap(protocol -> Stream.of("dport", "sport")
                        .map(end -> from(peer) + " ipproto " + protocol + " " + end + " " + port.number()))
                .toList();
    }

    private static Stream<String> protocols(Port port) {
        return port.protocol() == Protocol.ANY
                ? Stream.of("tcp", "udp")
                : Stream.of(port.protocol().name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Returns the arguments of {@code ip}, line by line, that make a node drop exactly these packets. */
    public List<String> ipLines(Node node) {
        var lines = new ArrayList<String>();
        lines.add("rule flush protocol " + PROTOCOL);
        lostAt(node)
                .forEach(selector -> lines.add("rule add pref 100 " + selector + " blackhole protocol " + PROTOCOL));
        return lines;
    }

    /** Returns the arguments of {@code tc}, line by line, that impair what a node sends; none if nothing is impaired. */
    public List<String> tcLines(Node node) {
        var slows = faults.each(Slow.class).stream()
                .filter(slow -> slow.from().contains(node))
                .toList();
        if (slows.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        // Every packet goes to the first band, which has no effect, unless a filter sends it to another.
        lines.add("qdisc replace dev eth0 root handle 1: prio bands " + (slows.size() + 2) + " priomap"
                + " 0".repeat(16));
        for (var i = 0; i < slows.size(); i++) {
            lines.addAll(band(slows.get(i), i + 2));
        }
        return lines;
    }

    private List<String> band(Slow slow, int band) {
        var lines = new ArrayList<String>();
        lines.add("qdisc add dev eth0 parent 1:" + band + " handle " + band + "0: netem" + netem(slow.impairment()));
        for (var peer : slow.to()) {
            lines.add("filter add dev eth0 parent 1: protocol ip prio 1 u32 match ip dst "
                    + lab.addresses().of(peer) + "/32 flowid 1:" + band);
        }
        return lines;
    }

    private static String netem(Impairment impairment) {
        var delay = impairment.delay().isZero()
                ? ""
                : " delay " + impairment.delay().toMillis() + "ms";
        var loss = impairment.lossPercent() == 0 ? "" : " loss " + impairment.lossPercent() + "%";
        return delay + loss + (impairment.rate().isEmpty() ? "" : " rate " + impairment.rate());
    }
}
