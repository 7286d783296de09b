package org.pgpoollab.screen.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** What is known of a Pgpool-II node: its watchdog, the VIP, its clients, and what it believes of every backend. */
record PoolDossier(ClusterState state, Node node) {

    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(
                "address",
                state.lab().addresses().of(node) + ", port " + Lab.PGPOOL_PORT + ", PCP port " + Lab.PCP_PORT));
        facts.add(vip());
        watchdog(facts);
        facts.add(seen().clients()
                .value()
                .map(clients -> Fact.of("clients", clients.connected() + " of " + clients.most()))
                .orElse(unseen("clients", seen().clients())));
        backends(facts);
        return facts;
    }

    private PoolNode seen() {
        return state.pool(node);
    }

    private Fact vip() {
        var vip = state.lab().addresses().vip();
        var holders = state.vipHolders();
        return seen().holdsVip()
                .value()
                .map(holds -> !holds
                        ? Fact.of("VIP", "not here; " + vip + " is on " + StateText.list(holders))
                        : holders.size() == 1
                                ? Fact.good("VIP", "holds " + vip)
                                : Fact.bad("VIP", "holds " + vip + ", and so does another: " + StateText.list(holders)))
                .orElse(unseen("VIP", seen().holdsVip()));
    }

    private void watchdog(List<Fact> facts) {
        if (!state.lab().hasWatchdog()) {
            facts.add(Fact.of("watchdog", "none: the lab has one pgpool"));
            return;
        }
        var told = seen().watchdog().value();
        if (told.isEmpty()) {
            facts.add(unseen("watchdog", seen().watchdog()));
            return;
        }
        var state = seen().watchdogState().orElse("not known to itself");
        var isAlive = state.equals("LEADER") || state.equals("STANDBY");
        facts.add(isAlive ? Fact.good("watchdog", state) : Fact.warn("watchdog", state));
        var leader = told.get().leader();
        facts.add(leader.isEmpty() ? Fact.warn("leader", "knows none") : Fact.of("leader", leader));
        facts.add(
                told.get().hasQuorum()
                        ? Fact.of("quorum", told.get().quorum())
                        : Fact.bad("quorum", told.get().quorum()));
        facts.add(Fact.of("sees", members(told.get())));
    }

    private static String members(WatchdogFacts told) {
        return told.members().stream()
                .map(member -> member.name() + " " + member.state())
                .collect(Collectors.joining(", "));
    }

    private void backends(List<Fact> facts) {
        var views = seen().backends().value();
        if (views.isEmpty()) {
            facts.add(unseen("backends", seen().backends()));
            return;
        }
        views.get().forEach(view -> facts.add(backend(view)));
    }

    private static Fact backend(BackendView view) {
        var text = view.status() + " " + view.role() + ", weight " + view.weight() + reads(view) + ", since "
                + view.lastStatusChange();
        var name = "holds " + view.node();
        return view.isUp() ? Fact.good(name, text) : Fact.bad(name, text);
    }

    static String reads(BackendView view) {
        return view.isCounted() ? ", " + view.selects() + " SELECTs" : "";
    }

    private Fact unseen(String name, Observed<?> fact) {
        var why = StateText.silence(fact, state.at());
        return fact.isUnreachable() ? Fact.bad(name, why) : Fact.unknown(name, why);
    }
}
