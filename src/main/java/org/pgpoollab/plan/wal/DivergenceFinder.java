package org.pgpoollab.plan.wal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.TimelineHistory;
import org.pgpoollab.plan.step.RewindMark;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.repair.DivergedWalSummary;
import org.pgpoollab.repair.TableRows;
import org.pgpoollab.repair.WalDifference;
import org.pgpoollab.repair.WalDivergence;
import org.pgpoollab.repair.WalTally;
import org.pgpoollab.topology.Node;

/** Finds WAL that only one node has, from its timeline history and its WAL files, whether the node runs or not. */
public record DivergenceFinder(StepContext context, ClusterState state) {

    /** Compares a node with the primary. A standby that streams from the primary has no WAL of its own. */
    public WalDivergence of(Node node, Node primary) {
        return Replication.isStreaming(state, node) ? WalDivergence.NONE : compare(node, primary);
    }

    private WalDivergence compare(Node node, Node primary) {
        var mark = RewindMark.of(context, node);
        if (mark.isThere() && !mark.hasCopy()) {
            return WalDivergence.unknown("a rewind of its data was started and not completed");
        }
        var mine = files(node);
        var theirs = files(primary);
        if (mine.history().current().timeline() == 0) {
            return WalDivergence.unknown("it has no WAL files");
        }
        var end = end(node, mine);
        var wal = mine.history()
                .shared(theirs.history())
                .map(shared -> difference(mine, theirs, shared, end))
                .orElse(WalDifference.NONE);
        return WalDivergence.of(mine.history(), end, theirs.history(), wal);
    }

    /**
     * Compares the WAL of both nodes. The end of the primary's WAL need not be known: beyond it, the primary's files differ from the
     * node's.
     */
    private static WalDifference difference(
            WalFiles mine, WalFiles theirs, TimelineHistory.Span shared, Optional<Lsn> end) {
        var hasLeft = mine.history().current().timeline() != shared.timeline();
        if (!hasLeft && end.isEmpty()) {
            return WalDifference.unknown("the end of its WAL cannot be found");
        }
        var limit = hasLeft || end.get().compareTo(shared.end()) > 0 ? shared.end() : end.get();
        return mine.compare(theirs, shared, limit);
    }

    private WalFiles files(Node node) {
        var data = OfflineProbe.data(context, node);
        var timeline = says(node).map(PostgresFacts::timeline).orElseGet(() -> OfflineProbe.timeline(data));
        return WalFiles.of(data, timeline);
    }

    private Optional<Lsn> end(Node node, WalFiles files) {
        var dump = new WalDump(context, node, files);
        return says(node)
                .map(facts -> facts.inRecovery() ? wholeRecords(facts, dump) : facts.written())
                .or(dump::end);
    }

    /**
     * Returns the end of the last complete record. A primary that crashes has often sent the beginning of a record that it never completed:
     * this part belongs to no node's WAL.
     */
    private static Lsn wholeRecords(PostgresFacts facts, WalDump dump) {
        return facts.written().equals(facts.replayed())
                ? facts.replayed()
                : dump.end(facts.replayed()).orElse(facts.replayed());
    }

    private Optional<PostgresFacts> says(Node node) {
        return state.postgres(node).says().value();
    }

    public DivergedWalSummary onlyOn(Node node, Node primary) {
        var divergence = of(node, primary);
        if (!divergence.isKnown()) {
            return DivergedWalSummary.uncounted(divergence.place(), divergence.doubt());
        }
        return divergence.fork().map(fork -> count(node, primary, fork)).orElse(DivergedWalSummary.NOTHING);
    }

    private DivergedWalSummary count(Node node, Node primary, Lsn fork) {
        return new WalDump(context, node, files(node))
                .since(fork)
                .map(tally -> DivergedWalSummary.of(tally, fork, rows(tally, node, primary)))
                .orElseGet(() -> DivergedWalSummary.uncounted(fork, "WAL files since " + fork + " are gone"));
    }

    /** Counts rows by table. Only the node itself can name tables that were created on it alone. */
    private List<TableRows> rows(WalTally tally, Node node, Node primary) {
        return Stream.of(node, primary)
                .filter(asked -> state.postgres(asked).says().isSeen())
                .findFirst()
                .map(asked -> new TableNames(context, asked).of(tally))
                .orElse(List.of());
    }
}
