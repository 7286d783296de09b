package org.pgpoollab.diagnosis;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Reports that several pgpools hold the virtual address: clients reach any of them by chance. */
final class TwoVipHolders implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        var holders = state.vipHolders();
        if (holders.size() < 2) {
            return List.of();
        }
        return List.of(Finding.error(
                        StateText.list(holders) + " hold the VIP "
                                + state.lab().addresses().vip() + " at the same time",
                        StateText.of(state, holders),
                        Remedy.each(wrongHolders(state).stream().map(node -> VipCommands.take(state, node))))
                .about(wrongHolders(state)));
    }

    /** Returns the holders that do not lead; without exactly one leader among them, all but the first. */
    private static List<Node> wrongHolders(ClusterState state) {
        return state.vipHolders().stream()
                .filter(node -> !node.equals(rightHolder(state)))
                .toList();
    }

    private static Node rightHolder(ClusterState state) {
        var holders = state.vipHolders();
        var leaders = holders.stream().filter(state.leaders()::contains).toList();
        return leaders.size() == 1 ? leaders.get(0) : holders.get(0);
    }
}
