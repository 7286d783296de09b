package org.pgpoollab.diagnosis;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.AddressPlan;
import org.pgpoollab.topology.Node;

/** The lines that move the virtual address by hand, as a pgpool itself does it. */
final class Vip {

    private Vip() {}

    /** Its new place is announced, for the others remember the old one. */
    static Remedy give(ClusterState state, Node node) {
        return Remedy.then(ip(state, node, "add"), announce(state, node));
    }

    static Remedy take(ClusterState state, Node node) {
        return ip(state, node, "delete");
    }

    static Remedy announce(ClusterState state, Node node) {
        return Remedy.of("exec " + node + " -- arping -U -c 1 -w 1 -I eth0 " + address(state));
    }

    private static Remedy ip(ClusterState state, Node node, String verb) {
        return Remedy.of("exec " + node + " -- ip address " + verb + " " + address(state) + "/"
                + AddressPlan.PREFIX_LENGTH + " dev eth0");
    }

    private static String address(ClusterState state) {
        return state.lab().addresses().vip();
    }
}
