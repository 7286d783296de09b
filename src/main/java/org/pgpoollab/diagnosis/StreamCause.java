package org.pgpoollab.diagnosis;

import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ForeignData;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.topology.Node;

/**
 * Finds the reason why a running standby receives no WAL.
 *
 * @param why a clause
 */
record StreamCause(String why, Remedy remedy) {

    /** In the message of a server whose pg_hba.conf rejects a connection, or has no entry for it. */
    private static final String HBA = "pg_hba.conf";

    static Remedy follow(Node node) {
        return Remedy.follow(node).or(Remedy.reconfigure());
    }

    static Optional<StreamCause> of(ClusterState state, Node node) {
        var primary = Replication.leadingPrimary(state);
        if (ForeignData.of(state, node).isPresent()) {
            return Optional.of(new StreamCause(
                    "its data is that of another cluster than " + primary.orElseThrow() + "'s", Remedy.reclone(node)));
        }
        if (primary.isPresent() && Replication.lacksWal(state, node)) {
            return Optional.of(
                    new StreamCause("WAL that it needs is gone from " + primary.get(), Remedy.reclone(node)));
        }
        var slot = Replication.missingSlot(state, node);
        if (primary.isPresent() && slot.isPresent()) {
            return Optional.of(new StreamCause(
                    "its slot " + slot.get() + " does not exist on " + primary.get(),
                    Remedy.then(
                            Remedy.sql(
                                    primary.get(),
                                    "select pg_create_physical_replication_slot('" + slot.get() + "', true)"),
                            Remedy.waitFor(node + " is streaming"),
                            Remedy.attach(node))));
        }
        return state.postgres(node)
                .files()
                .value()
                .map(files -> files.stream())
                .filter(words -> !words.isEmpty())
                .map(words -> new StreamCause(
                        "its log says: " + words,
                        primary.filter(known -> words.contains(HBA))
                                .map(known -> admit(known, node))
                                .orElseGet(() -> follow(node))));
    }

    /** Has the primary read the lab's own pg_hba.conf again. The standby asks again by itself; no other upstream would help it. */
    private static Remedy admit(Node primary, Node node) {
        return Remedy.then(
                Remedy.rewriteFiles(),
                Remedy.sql(primary, "select pg_reload_conf()"),
                Remedy.waitFor(node + " is streaming"),
                Remedy.attach(node));
    }
}
