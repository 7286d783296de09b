package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.PrimarySearch;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Reports pgpools that search for a primary since their start, because the one that there is was saved as down. */
final class PrimarySearchedInVain implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        var searching = PrimarySearch.inVain(state);
        return Replication.leadingPrimary(state).stream()
                .filter(primary -> !searching.isEmpty())
                .map(primary -> Finding.error(
                                StateText.list(searching) + (searching.size() == 1 ? " searches" : " search")
                                        + " for a primary, and hold" + (searching.size() == 1 ? "s " : " ") + primary
                                        + ", which is the primary, down",
                                "a saved status is read at the start; until the search has ended a pgpool is in no watchdog,"
                                        + " and cannot be told anything through pcp",
                                remedy(state, primary, searching))
                        .about(Stream.concat(Stream.of(primary), searching.stream())
                                .toList()))
                .toList();
    }

    /** Restarts all pgpools if none holds the primary up: one that is restarted alone takes its status from the others. */
    private static Remedy remedy(ClusterState state, Node primary, List<Node> searching) {
        var isUpSomewhere = !new BackendBeliefs(state, primary).holdingUp().isEmpty();
        return Remedy.restartHanging(isUpSomewhere ? searching : state.lab().pgpoolNodes());
    }
}
