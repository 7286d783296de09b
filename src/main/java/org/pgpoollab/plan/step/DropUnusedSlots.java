package org.pgpoollab.plan.step;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.topology.Node;

/** Drops the replication slots that a former primary has kept for its standbys: unused slots would retain WAL for ever. */
public record DropUnusedSlots(Node node) implements Step {

    private static final String SQL =
            "select pg_drop_replication_slot(slot_name) from pg_replication_slots where not active and pg_is_in_recovery()";

    @Override
    public String title() {
        return "drop unused replication slots on " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return step().shell();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        step().perform(context, progress);
    }

    private RunShellLine step() {
        return RepmgrLines.sql(node, title(), SQL, Duration.ofSeconds(10));
    }
}
