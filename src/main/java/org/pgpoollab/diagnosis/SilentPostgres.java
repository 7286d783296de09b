package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.cluster.StateText;

/** Reports a PostgreSQL node that does not answer, together with what pgpools and repmgr believe of it. It has no other finding. */
final class SilentPostgres implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.postgres().stream()
                .filter(seen -> seen.says().isUnreachable())
                .map(seen -> finding(state, seen))
                .toList();
    }

    private static Finding finding(ClusterState state, PostgresNode seen) {
        var node = seen.node();
        var cause = DownCause.of(state, node);
        return Finding.error(
                        node + " does not answer: " + StateText.silence(seen.says(), state.at()),
                        Stream.of(
                                        ImposedFaults.cause(state, node),
                                        cause.map(DownCause::why).orElse(""),
                                        new BackendBeliefs(state, node).inWords(),
                                        repmgrBelief(state, seen),
                                        Replication.beyondFork(state, node).orElse(""))
                                .filter(belief -> !belief.isEmpty())
                                .collect(Collectors.joining("; ")),
                        ImposedFaults.undo(state, node).isPresent()
                                ? new SilentNodeRemedy(state, node).remedy()
                                : cause.map(DownCause::remedy)
                                        .orElseGet(() -> new SilentNodeRemedy(state, node).remedy()))
                .about(node);
    }

    /** Returns what the primary's copy of repmgr's table says of the node; empty if that was not seen. */
    private static String repmgrBelief(ClusterState state, PostgresNode seen) {
        return Replication.leadingPrimary(state)
                .flatMap(primary -> state.postgres(primary).repmgr().value())
                .flatMap(repmgr -> repmgr.row(seen.node().name()))
                .map(SilentPostgres::inWords)
                .orElse("");
    }

    private static String inWords(RepmgrFacts.Row row) {
        return "repmgr has it as " + (row.active() ? "an active " : "an inactive ") + row.type();
    }
}
