package org.pgpoollab.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Lab;

/** Reads the load's table on the leading primary, directly and not through a pgpool. */
final class PrimaryTable implements SurvivingRows {

    private final Lab lab;
    private final Engine engine;
    private final Supplier<ClusterState> look;

    PrimaryTable(Lab lab, Engine engine, Supplier<ClusterState> look) {
        this.lab = lab;
        this.engine = engine;
        this.look = look;
    }

    @Override
    public SurvivorRows read(Map<Integer, LedgerAudit.Rows> runs) {
        if (!engine.isRunning()) {
            return SurvivorRows.nobody("the lab is not running");
        }
        try {
            var state = look.get();
            var primary = Replication.leadingPrimary(state);
            if (primary.isEmpty()) {
                return SurvivorRows.nobody(
                        state.primaries().isEmpty()
                                ? "no primary answers"
                                : StateText.list(state.primaries()) + " both say that they are primary");
            }
            new NodeTable(lab, engine).read(primary.get(), runs);
            return new SurvivorRows(primary.get().name(), "");
        } catch (SQLException | IOException | LabException e) {
            return SurvivorRows.nobody("the table could not be read: " + e.getMessage());
        }
    }
}
