package org.pgpoollab.diagnosis;

import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.AddressPlan;
import org.pgpoollab.topology.Node;

/** Builds the shell lines that move the virtual address manually. The lab's hosts detect its new place within a second. */
final class VipCommands {

    private VipCommands() {}

    static Remedy give(ClusterState state, Node node) {
        return ip(state, node, "add");
    }

    static Remedy take(ClusterState state, Node node) {
        return ip(state, node, "delete");
    }

    private static Remedy ip(ClusterState state, Node node, String verb) {
        return Remedy.of("exec " + node + " -- ip address " + verb + " " + address(state) + "/"
                + AddressPlan.PREFIX_LENGTH + " dev eth0");
    }

    private static String address(ClusterState state) {
        return state.lab().addresses().vip();
    }
}
