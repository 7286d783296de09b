package org.pgpoollab.repair;

import java.util.Optional;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.cluster.RepmgrFacts.Row;
import org.pgpoollab.topology.Node;

/**
 * Checks repmgr's table as the primary stores it. If it names another primary, repmgr neither rewinds nor clones, because it connects to
 * that node first.
 *
 * @param table as the primary answered
 */
record RepmgrMetadata(Observed<RepmgrFacts> table) {

    /** Returns what the table says wrongly; a row that is only inactive is corrected by the node's own repmgrd. */
    Optional<String> wrongAboutPrimary(Node primary) {
        return table.value().flatMap(facts -> wrongAboutPrimary(facts, primary));
    }

    private static Optional<String> wrongAboutPrimary(RepmgrFacts facts, Node primary) {
        var isPrimary = facts.row(primary.name()).filter(RepmgrMetadata::leads).isPresent();
        if (!isPrimary) {
            return Optional.of("repmgr's table does not have it as an active primary");
        }
        return facts.rows().stream()
                .filter(row -> leads(row) && !row.name().equals(primary.name()))
                .findFirst()
                .map(row -> "repmgr's table has " + row.name() + " as an active primary, too");
    }

    /** @param upstream the node from which it streams */
    Optional<String> wrongAboutStandby(Node node, String upstream) {
        return table.value()
                .flatMap(facts -> facts.row(node.name())
                        .map(row -> wrongAboutStandby(row, upstream))
                        .orElse(Optional.of("repmgr's table does not have it")));
    }

    private static Optional<String> wrongAboutStandby(Row row, String upstream) {
        if (!row.isStandby()) {
            return Optional.of("repmgr's table has it as a " + row.type());
        }
        return row.upstream().equals(upstream)
                ? Optional.empty()
                : Optional.of("repmgr's table says that it follows " + row.upstream());
    }

    private static boolean leads(Row row) {
        return row.active() && row.isPrimary();
    }
}
