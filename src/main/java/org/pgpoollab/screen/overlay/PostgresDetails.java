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

/**
 * The facts about a PostgreSQL node: what it reports about itself, its row in repmgr's table, and what each pgpool believes about
 * it.
 */
record PostgresDetails(ClusterState state, Node node) {

    List<DetailFact> facts() {
        var facts = new ArrayList<DetailFact>();
        facts.add(DetailFact.of("address", state.lab().addresses().of(node) + ", port " + Lab.POSTGRES_PORT));
        says(facts);
        repmgr(facts);
        state.pools().forEach(pool -> facts.add(belief(pool)));
        return facts;
    }

    private PostgresNode seen() {
        return state.postgres(node);
    }

    private void says(List<DetailFact> facts) {
        var says = seen().says();
        if (says.value().isEmpty()) {
            facts.add(silence("says of itself", says.isUnreachable(), StateText.silence(says, state.at())));
            return;
        }
        var told = says.value().get();
        var age = TimeSpan.text(says.age(state.at()));
        facts.add(DetailFact.good(
                "says of itself", (told.isPrimary() ? "primary" : "standby") + ", seen " + age + " ago"));
        facts.add(DetailFact.of("up for", TimeSpan.text(Duration.between(told.startedAt(), state.at()))));
        facts.add(DetailFact.of("timeline", told.timeline()));
        facts.add(DetailFact.of(told.isPrimary() ? "WAL written" : "WAL received", told.written()));
        if (!told.isPrimary()) {
            facts.add(DetailFact.of("WAL replayed", told.replayed() + behind()));
            facts.add(receiver(told));
        }
        sendsTo(facts, told);
    }

    private static DetailFact silence(String name, boolean wasAsked, String why) {
        return wasAsked ? DetailFact.bad(name, "does not answer: " + why) : DetailFact.unknown(name, why);
    }

    private String behind() {
        var lag = Replication.lag(state, node);
        return lag.isPresent() ? ", " + lag.getAsLong() + " bytes behind the primary" : "";
    }

    private DetailFact receiver(PostgresFacts told) {
        var gap = Replication.gap(state, node).or(() -> Replication.silence(state, node));
        return gap.isEmpty()
                ? DetailFact.good("replication", "streaming from " + told.upstream())
                : DetailFact.warn("replication", gap.get());
    }

    private static void sendsTo(List<DetailFact> facts, PostgresFacts told) {
        if (told.standbys().isEmpty()) {
            facts.add(DetailFact.of("sends WAL to", "nobody"));
        }
        for (var standby : told.standbys()) {
            var text = standby.name() + ", " + standby.state() + ", " + standby.sync() + ", replayed "
                    + standby.replayed();
            var isFine = standby.state().equals("streaming");
            facts.add(isFine ? DetailFact.of("sends WAL to", text) : DetailFact.warn("sends WAL to", text));
        }
    }

    private void repmgr(List<DetailFact> facts) {
        var here = seen().repmgr();
        facts.add(here.value()
                .map(repmgr -> repmgr.daemonRunning()
                        ? DetailFact.good("repmgrd", "running")
                        : DetailFact.bad("repmgrd", "not running"))
                .orElse(DetailFact.unknown("repmgrd", StateText.silence(here, state.at()))));
        facts.add(row());
    }

    /** Reads the row from the primary, whose table the standbys replicate; without a primary from the node itself. */
    private DetailFact row() {
        var teller = Replication.leadingPrimary(state).orElse(node);
        var name = "repmgr.nodes";
        return state.postgres(teller)
                .repmgr()
                .value()
                .flatMap(repmgr -> repmgr.row(node.name()))
                .map(row -> differs(row)
                        ? DetailFact.warn(name, text(row, teller) + " !")
                        : DetailFact.of(name, text(row, teller)))
                .orElse(DetailFact.unknown(name, "no row is seen on " + teller));
    }

    private boolean differs(RepmgrFacts.Row row) {
        if (!seen().says().isSeen()) {
            return false;
        }
        return !row.active() || row.isPrimary() != seen().isPrimary();
    }

    private static String text(RepmgrFacts.Row row, Node teller) {
        return row.type() + (row.upstream().isEmpty() ? "" : " of " + row.upstream())
                + (row.active() ? ", active" : ", inactive") + ", node_id " + row.id() + " (as " + teller + " has it)";
    }

    private DetailFact belief(PoolNode pool) {
        var name = pool.node() + " holds it";
        var views = pool.backends().value();
        if (views.isEmpty()) {
            return DetailFact.unknown(name, StateText.silence(pool.backends(), state.at()));
        }
        return views.get().stream()
                .filter(view -> view.node().equals(node.name()))
                .findFirst()
                .map(view -> view.isUp() ? DetailFact.good(name, text(view)) : DetailFact.bad(name, text(view)))
                .orElse(DetailFact.warn(name, "not at all: no such backend in its pgpool.conf"));
    }

    private static String text(BackendView view) {
        var asked = view.pgStatus().equals(view.status().toString())
                        && view.pgRole().equals(view.role().toString())
                ? ""
                : " (found " + view.pgStatus() + " " + view.pgRole() + " just now)";
        return view.status() + " " + view.role() + asked + PgpoolDetails.reads(view) + ", since "
                + view.lastStatusChange();
    }
}
