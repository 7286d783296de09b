package org.pgpoollab.screen;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.report.Disagreement;
import org.pgpoollab.report.PostgresCells;
import org.pgpoollab.report.StatusSign;
import org.pgpoollab.report.Tone;
import org.pgpoollab.topology.Node;

/** The cells of one PostgreSQL node's row in the grid: the content of the text reports in fewer words. */
record PostgresRow(ClusterState state, PostgresNode seen, RecentChanges recent, Instant now, boolean isRunning)
        implements GridRow {

    @Override
    public Node node() {
        return seen.node();
    }

    /** {@code ● PRIMARY}, {@code ○ standby}, {@code ▲ standby} if it does not stream, {@code ✗ refused 4 s}. */
    GridCell says() {
        var role = seen.says().value().map(this::role);
        if (role.isEmpty()) {
            return silence();
        }
        var told = isOld() ? role.get().aged(ChangeAge.text(seen.says().age(now))) : role.get();
        return new FaultMark(state, node()).on(told);
    }

    private GridCell role(PostgresFacts facts) {
        var tone = cells().says().tone();
        if (facts.isPrimary()) {
            return tone == Tone.GOOD
                    ? new GridCell("● PRIMARY", StyleRole.PRIMARY)
                    : new GridCell("✗ PRIMARY !", StyleRole.ALARM);
        }
        return tone == Tone.FOLLOWS
                ? new GridCell("○ standby", StyleRole.STANDBY)
                : new GridCell("▲ standby", StyleRole.WARN);
    }

    private GridCell silence() {
        return new FaultMark(state, node()).instead(seen.says(), SilenceCell.cell(state, seen.says()));
    }

    GridCell timeline() {
        return told(GridCell.of(cells().timeline()));
    }

    GridCell wal() {
        return told(GridCell.of(cells().written()));
    }

    GridCell behind() {
        return told(GridCell.of(cells().behind()));
    }

    /** {@code 2 standbys}, {@code streaming from pg-0}. */
    GridCell replicationInFull() {
        return told(GridCell.of(cells().replication()));
    }

    /**
     * {@code streaming}: the replication without its upstream. It is never wider than its heading, so that columns stay in place
     * when a node fails.
     */
    GridCell replication() {
        var full = replicationInFull();
        var text = Replication.isStreaming(state, node())
                ? Replication.silence(state, node()).isPresent() ? "unheard" : "streaming"
                : full.text().replace("not streaming", "no stream");
        return new GridCell(text, full.meaning());
    }

    GridCell upFor() {
        return told(seen.says()
                .value()
                .map(facts -> GridCell.text(ChangeAge.text(Duration.between(facts.startedAt(), now))))
                .orElse(GridCell.UNKNOWN));
    }

    /** {@code ● up} if this pgpool takes the node for the primary, {@code ○ up} for a standby, {@code ✗ down}. */
    GridCell belief(Node pool, BeliefWidth wording) {
        var teller = state.pool(pool);
        var view = Disagreement.view(seen, teller);
        if (view.isEmpty()) {
            return teller.backends().isSeen() ? new GridCell("▲ no row", StyleRole.WARN) : GridCell.UNKNOWN;
        }
        var doubt = doubt(view.get());
        var text = wording.text(view.get(), doubt);
        if (ChangeAge.isOld(teller.backends(), now)) {
            return GridCell.dim(text);
        }
        return new GridCell(text, doubt.over(BeliefWidth.meaning(view.get())));
    }

    /** Returns all pgpools' beliefs in one cell: {@code 3 of 3 up}, {@code 2 of 3 up !}. */
    GridCell beliefs() {
        var views = Disagreement.views(state, seen);
        if (views.isEmpty()) {
            return GridCell.UNKNOWN;
        }
        var up = views.stream().filter(BackendView::isUp).count();
        var doubt = views.stream().map(this::doubt).reduce(BeliefDoubt.NONE, BeliefDoubt::worse);
        var meaning = up == views.size() ? StyleRole.STANDBY : StyleRole.BAD;
        return new GridCell(doubt.after(up + " of " + state.pools().size() + " up"), doubt.over(meaning));
    }

    private BeliefDoubt doubt(BackendView view) {
        return BeliefDoubt.of(Disagreement.of(state, seen, view), transition().excuses(seen, view));
    }

    /** {@code primary}, {@code ← pg-0 !}, {@code inactive}: the node's row in the primary's copy of repmgr's table. */
    GridCell repmgr() {
        return repmgr((row, doubt) -> doubt.after(brief(row)));
    }

    /** The same without a space before {@code !}. */
    GridCell repmgrClose() {
        return repmgr((row, doubt) -> doubt.closeAfter(brief(row)));
    }

    /** The same, with the type or upstream of an inactive row too: {@code ← pg-0, inactive}. */
    GridCell repmgrInFull() {
        return repmgr((row, doubt) -> doubt.after(following(row) + (row.active() ? "" : ", inactive")));
    }

    private GridCell repmgr(BiFunction<RepmgrFacts.Row, BeliefDoubt, String> words) {
        var row = cells().repmgrRow();
        if (row.isEmpty()) {
            return GridCell.UNKNOWN;
        }
        var differs = cells().differs(row.get());
        var doubt = BeliefDoubt.of(differs, differs && transition().excusesRepmgr(seen));
        var undoubted = row.get().active() ? StyleRole.TEXT : StyleRole.DIM;
        return new GridCell(words.apply(row.get(), doubt), doubt.over(undoubted));
    }

    private static String brief(RepmgrFacts.Row row) {
        return row.active() ? following(row) : "inactive";
    }

    private static String following(RepmgrFacts.Row row) {
        return row.upstream().isEmpty() ? row.type().toString() : StatusSign.FOLLOWS_NODE.before(row.upstream());
    }

    GridCell repmgrd() {
        return seen.repmgr().isSeen() ? GridCell.of(cells().repmgrd()) : GridCell.UNKNOWN;
    }

    private GridCell told(GridCell cell) {
        return isOld() ? cell.faded() : cell;
    }

    private boolean isOld() {
        return ChangeAge.isOld(seen.says(), now);
    }

    private PostgresCells cells() {
        return new PostgresCells(state, seen);
    }

    private ExpectedTransition transition() {
        return new ExpectedTransition(state, recent, now);
    }
}
