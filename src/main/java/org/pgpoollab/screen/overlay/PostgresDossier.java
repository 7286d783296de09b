package org.pgpoollab.screen.overlay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** What is known of a PostgreSQL node: what it says of itself, what repmgr's table says, what each pgpool believes. */
record PostgresDossier(ClusterState state, Node node) {

    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("address", state.lab().addresses().of(node) + ", port " + Lab.POSTGRES_PORT));
        says(facts);
        repmgr(facts);
        state.pools().forEach(pool -> facts.add(belief(pool)));
        return facts;
    }

    private PostgresNode seen() {
        return state.postgres(node);
    }

    private void says(List<Fact> facts) {
        var says = seen().says();
        if (says.value().isEmpty()) {
            facts.add(silence("says of itself", says.isUnreachable(), StateText.silence(says, state.at())));
            return;
        }
        var told = says.value().get();
        var age = TimeSpan.text(says.age(state.at()));
        facts.add(Fact.good("says of itself", (told.isPrimary() ? "primary" : "standby") + ", seen " + age + " ago"));
        facts.add(Fact.of("up for", TimeSpan.text(Duration.between(told.startedAt(), state.at()))));
        facts.add(Fact.of("timeline", told.timeline()));
        facts.add(Fact.of(told.isPrimary() ? "WAL written" : "WAL received", told.written()));
        if (!told.isPrimary()) {
            facts.add(Fact.of("WAL replayed", told.replayed() + behind()));
            facts.add(receiver(told));
        }
        sendsTo(facts, told);
    }

    private static Fact silence(String name, boolean wasAsked, String why) {
        return wasAsked ? Fact.bad(name, "does not answer: " + why) : Fact.unknown(name, why);
    }

    private String behind() {
        var lag = Replication.lag(state, node);
        return lag.isPresent() ? ", " + lag.getAsLong() + " bytes behind the primary" : "";
    }

    private Fact receiver(PostgresFacts told) {
        var gap = Replication.gap(state, node);
        return gap.isEmpty()
                ? Fact.good("replication", "streaming from " + told.upstream())
                : Fact.warn("replication", gap.get());
    }

    private static void sendsTo(List<Fact> facts, PostgresFacts told) {
        if (told.standbys().isEmpty()) {
            facts.add(Fact.of("sends WAL to", "nobody"));
        }
        for (var standby : told.standbys()) {
            var text = standby.name() + ", " + standby.state() + ", " + standby.sync() + ", replayed "
                    + standby.replayed();
            var isFine = standby.state().equals("streaming");
            facts.add(isFine ? Fact.of("sends WAL to", text) : Fact.warn("sends WAL to", text));
        }
    }

    private void repmgr(List<Fact> facts) {
        var here = seen().repmgr();
        facts.add(here.value()
                .map(repmgr ->
                        repmgr.daemonRunning() ? Fact.good("repmgrd", "running") : Fact.bad("repmgrd", "not running"))
                .orElse(Fact.unknown("repmgrd", StateText.silence(here, state.at()))));
        facts.add(row());
    }

    /** As the primary stores it, for that is the one that the others copy; without one as the node itself does. */
    private Fact row() {
        var teller = Replication.leadingPrimary(state).orElse(node);
        var name = "repmgr.nodes";
        return state.postgres(teller)
                .repmgr()
                .value()
                .flatMap(repmgr -> repmgr.row(node.name()))
                .map(row -> differs(row) ? Fact.warn(name, text(row, teller) + " !") : Fact.of(name, text(row, teller)))
                .orElse(Fact.unknown(name, "no row is seen on " + teller));
    }

    private boolean differs(RepmgrFacts.Row row) {
        if (!seen().says().isSeen()) {
            return false;
        }
        return !row.active() || row.type().equals("primary") != seen().isPrimary();
    }

    private static String text(RepmgrFacts.Row row, Node teller) {
        return row.type() + (row.upstream().isEmpty() ? "" : " of " + row.upstream())
                + (row.active() ? ", active" : ", inactive") + ", node_id " + row.id() + " (as " + teller + " has it)";
    }

    private Fact belief(PoolNode pool) {
        var name = pool.node() + " holds it";
        var views = pool.backends().value();
        if (views.isEmpty()) {
            return Fact.unknown(name, StateText.silence(pool.backends(), state.at()));
        }
        return views.get().stream()
                .filter(view -> view.node().equals(node.name()))
                .findFirst()
                .map(view -> view.isUp() ? Fact.good(name, text(view)) : Fact.bad(name, text(view)))
                .orElse(Fact.warn(name, "not at all: no such backend in its pgpool.conf"));
    }

    private static String text(BackendView view) {
        var asked = view.pgStatus().equals(view.status()) && view.pgRole().equals(view.role())
                ? ""
                : " (found " + view.pgStatus() + " " + view.pgRole() + " just now)";
        return view.status() + " " + view.role() + asked + PoolDossier.reads(view) + ", since "
                + view.lastStatusChange();
    }
}
