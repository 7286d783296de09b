package org.pgpoollab.plan;

import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Attaches a backend if any pgpool holds it down, or takes it for what it is not; most often that shows only now. */
record AttachWhereDown(Node node, String user) implements Step {

    @Override
    public String title() {
        return "attach " + node + " where it is held down";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(new ShellLine(
                "pgpool-0", "pcp_attach_node -h pgpool -p " + Lab.PCP_PORT + " -U " + user + " -w -n " + node.index()));
    }

    @Override
    public void perform(Workshop workshop, Progress progress) {
        var state = workshop.observer().glance();
        if (isUpEverywhere(state)) {
            return;
        }
        var pool = Planner.spokesmanOf(state)
                .orElseThrow(() -> LabException.failed(
                        node + " cannot be attached", "no pgpool answers", "start pgpool-0, then: attach " + node));
        new SetBackend(node, pool, user, true).perform(workshop, progress);
    }

    private boolean isUpEverywhere(ClusterState state) {
        var role = state.postgres(node).isPrimary() ? "primary" : "standby";
        return state.pools().stream()
                .flatMap(pool -> pool.backends().value().stream())
                .flatMap(List::stream)
                .filter(view -> view.backend() == node.index())
                .allMatch(view -> view.isUp() && view.role().equals(role));
    }
}
