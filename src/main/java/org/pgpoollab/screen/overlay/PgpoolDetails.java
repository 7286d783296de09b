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

/** The facts about a Pgpool-II node: its watchdog, the VIP, its clients, and what it believes about every backend. */
record PgpoolDetails(ClusterState state, Node node) {

    List<DetailFact> facts() {
        var facts = new ArrayList<DetailFact>();
        facts.add(DetailFact.of(
                "address",
                state.lab().addresses().of(node) + ", port " + Lab.PGPOOL_PORT + ", PCP port " + Lab.PCP_PORT));
        facts.add(vip());
        watchdog(facts);
        facts.add(seen().clients()
                .value()
                .map(clients -> DetailFact.of("clients", clients.connected() + " of " + clients.most()))
                .orElse(unseen("clients", seen().clients())));
        backends(facts);
        return facts;
    }

    private PoolNode seen() {
        return state.pool(node);
    }

    private DetailFact vip() {
        var vip = state.lab().addresses().vip();
        var holders = state.vipHolders();
        return seen().holdsVip()
                .value()
                .map(holds -> !holds
                        ? DetailFact.of("VIP", "not here; " + vip + " is on " + StateText.list(holders))
                        : holders.size() == 1
                                ? DetailFact.good("VIP", "holds " + vip)
                                : DetailFact.bad(
                                        "VIP", "holds " + vip + ", and so does another: " + StateText.list(holders)))
                .orElse(unseen("VIP", seen().holdsVip()));
    }

    private void watchdog(List<DetailFact> facts) {
        if (!state.lab().hasWatchdog()) {
            facts.add(DetailFact.of("watchdog", "none: the lab has one pgpool"));
            return;
        }
        var told = seen().watchdog().value();
        if (told.isEmpty()) {
            facts.add(unseen("watchdog", seen().watchdog()));
            return;
        }
        var state = seen().watchdogState().orElse("not known to itself");
        var isAlive = WatchdogFacts.takesPart(state);
        facts.add(isAlive ? DetailFact.good("watchdog", state) : DetailFact.warn("watchdog", state));
        var leader = told.get().leader();
        facts.add(leader.isEmpty() ? DetailFact.warn("leader", "knows none") : DetailFact.of("leader", leader));
        facts.add(
                told.get().hasQuorum()
                        ? DetailFact.of("quorum", told.get().quorum())
                        : DetailFact.bad("quorum", told.get().quorum()));
        facts.add(DetailFact.of("sees", members(told.get())));
    }

    private static String members(WatchdogFacts told) {
        return told.members().stream()
                .map(member -> member.name() + " " + member.state())
                .collect(Collectors.joining(", "));
    }

    private void backends(List<DetailFact> facts) {
        var views = seen().backends().value();
        if (views.isEmpty()) {
            facts.add(unseen("backends", seen().backends()));
            return;
        }
        views.get().forEach(view -> facts.add(backend(view)));
    }

    private static DetailFact backend(BackendView view) {
        var text = view.status() + " " + view.role() + ", weight " + view.weight() + reads(view) + ", since "
                + view.lastStatusChange();
        var name = "holds " + view.node();
        return view.isUp() ? DetailFact.good(name, text) : DetailFact.bad(name, text);
    }

    static String reads(BackendView view) {
        return view.isCounted() ? ", " + view.selects() + " SELECTs" : "";
    }

    private DetailFact unseen(String name, Observed<?> fact) {
        var why = StateText.silence(fact, state.at());
        return fact.isUnreachable() ? DetailFact.bad(name, why) : DetailFact.unknown(name, why);
    }
}
