package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClientFacts;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.topology.Node;

/**
 * Reports a primary whose sessions may not write: because of {@code default_transaction_read_only}, or because they have the privileges of
 * another role.
 */
final class WritesRefused implements Check {

    private static final String SETTING = "default_transaction_read_only";

    @Override
    public List<Finding> findings(ClusterState state) {
        return Replication.leadingPrimary(state).stream()
                .flatMap(primary -> finding(state, primary))
                .toList();
    }

    private static Stream<Finding> finding(ClusterState state, Node primary) {
        var byServer = state.postgres(primary)
                .says()
                .value()
                .filter(facts -> facts.server().readOnly())
                .isPresent();
        if (byServer) {
            return Stream.of(Finding.error(
                    "clients cannot write: " + primary + " has " + SETTING + " = on",
                    "every session begins read-only there, though it is the primary",
                    Remedy.then(
                            Remedy.sql(primary, "alter system reset " + SETTING),
                            Remedy.sql(primary, "select pg_reload_conf()"))));
        }
        var role = state.client().value().map(ClientFacts::actsAs).orElse("");
        if (!role.isEmpty()) {
            return Stream.of(asAnotherRole(state.lab().credentials().user(), role, primary));
        }
        var byRole = state.client().value().filter(met -> met.readOnly()).isPresent();
        var user = state.lab().credentials().user();
        return byRole
                ? Stream.of(Finding.error(
                        "clients cannot write: the sessions of " + user + " are read-only",
                        SETTING + " is on for the role or its database",
                        Remedy.then(
                                Remedy.sql(
                                        primary,
                                        "set transaction read write; alter role " + user + " reset " + SETTING),
                                Remedy.sql(
                                        primary,
                                        "set transaction read write; alter database " + user + " reset " + SETTING))))
                : Stream.of();
    }

    /** Returns the finding for {@code alter role … set role}. Only another user may reset it, because the sessions of this one lack the right. */
    private static Finding asAnotherRole(String user, String role, Node primary) {
        return Finding.error(
                "clients have the privileges of " + role + " only: the sessions of " + user + " act as " + role,
                "the setting role is on for the role or its database; sessions that are open keep it",
                Remedy.then(
                        Remedy.sqlAsPostgres(primary, "alter role " + user + " reset role"),
                        Remedy.sqlAsPostgres(primary, "alter role " + user + " in database " + user + " reset role"),
                        Remedy.sqlAsPostgres(primary, "alter database " + user + " reset role"),
                        Remedy.sqlAsPostgres(primary, "alter role all reset role")));
    }
}
