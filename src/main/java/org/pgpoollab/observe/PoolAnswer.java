package org.pgpoollab.observe;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Observed;

/**
 * The answer of a pgpool to one probe.
 *
 * @param backends complete, or only what pgpool knows without asking its backends: then {@code pgStatus} is empty
 * @param clients {@link ClientCount#UNKNOWN} if the answer came by pcp, which reports only the backends
 */
record PoolAnswer(List<BackendView> backends, ClientCount clients) {

    PoolAnswer {
        backends = List.copyOf(backends);
    }

    /**
     * Joins the current beliefs with the details of the last probe that had pgpool ask its backends, if any. A pgpool that refused such a
     * session refuses every client that it cannot serve from its pool; then the refusal is the result.
     */
    static Observed<List<BackendView>> joined(Observed<PoolAnswer> sql, Observed<List<BackendView>> details) {
        if (details.reason().contains(PoolNode.REFUSAL)) {
            return details;
        }
        if (sql instanceof Observed.Unreachable<PoolAnswer> silent) {
            var later = details instanceof Observed.Seen<List<BackendView>> seen
                    && seen.at().isAfter(silent.since())
                    && !seen.fact().isEmpty();
            return later ? details : sql.map(PoolAnswer::backends);
        }
        var isWhole = sql.value().filter(answer -> !answer.isWhole()).isEmpty();
        if (!isWhole && details.equals(Observed.unasked())) {
            return Observed.unasked();
        }
        return sql.map(answer -> answer.with(details.value()));
    }

    private boolean isWhole() {
        return backends.stream().noneMatch(view -> view.pgStatus().isEmpty());
    }

    private List<BackendView> with(Optional<List<BackendView>> details) {
        if (isWhole()) {
            return backends;
        }
        return IntStream.range(0, backends.size())
                .mapToObj(index -> backends.get(index)
                        .over(details.filter(found -> index < found.size()).map(found -> found.get(index))))
                .toList();
    }
}
