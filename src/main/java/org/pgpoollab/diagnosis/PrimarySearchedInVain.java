package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.PrimarySearch;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/** Reports pgpools that search for a primary since their start, because they take the one that there is for down. */
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
                                "at its start a pgpool takes the status of the backends from its file pgpool_status or from the"
                                        + " leader; until the search has ended it has no pcp, so that nothing can be attached",
                                remedy(state, searching))
                        .about(Stream.concat(Stream.of(primary), searching.stream())
                                .toList()))
                .toList();
    }

    private static Remedy remedy(ClusterState state, List<Node> searching) {
        var hanging = Stream.concat(searching.stream(), QueriesUnanswered.unanswered(state).stream());
        var restarted = PrimarySearch.restartedFor(state, hanging.toList());
        var undone = restarted.stream()
                .flatMap(node -> ImposedFaults.undo(state, node).stream())
                .distinct()
                .toArray(Remedy[]::new);
        return Remedy.then(Stream.concat(Stream.of(undone), Stream.of(Remedy.restartHanging(restarted)))
                .toArray(Remedy[]::new));
    }
}
