package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.RoleTrouble;

/**
 * Reports a role of the lab's files that PostgreSQL would refuse, so that clients, standbys or pgpool's checks cannot log in, or from which a
 * setting takes its rights.
 */
final class RolesRefused implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return troubles(state)
                .map(trouble -> Finding.error(trouble.text(), consequence(state, trouble), Remedy.reconfigure())
                        .about(Replication.leadingPrimary(state).orElseThrow()))
                .toList();
    }

    private static Stream<RoleTrouble> troubles(ClusterState state) {
        return Replication.leadingPrimary(state)
                .flatMap(primary -> state.postgres(primary).roles().value())
                .orElse(List.of())
                .stream();
    }

    /** Returns whether this explains why no client can log in. */
    static boolean keepsClientsOut(ClusterState state) {
        return troubles(state).anyMatch(trouble -> isClient(state, trouble));
    }

    private static boolean isClient(ClusterState state, RoleTrouble trouble) {
        return trouble.role().equals(state.lab().credentials().user());
    }

    private static String consequence(ClusterState state, RoleTrouble trouble) {
        if (isClient(state, trouble)) {
            return "pgpool logs in for its clients with the password in pool_passwd: no client can log in through it";
        }
        if (trouble.kind() == RoleTrouble.Kind.OTHER_ROLE || trouble.kind() == RoleTrouble.Kind.READ_ONLY) {
            return trouble.role().equals("repmgr")
                    ? "repmgr cannot promote, register or clone any node"
                    : "new sessions of " + trouble.role() + " may do less than this program and the pgpools need";
        }
        return switch (trouble.role()) {
            case "repmgr" -> "a standby that reconnects is refused, and no node can be cloned or rejoined";
            case "postgres" ->
                "pgpool logs in with the password in pool_passwd: the probes of this program are refused there";
            default -> "the pgpools check their backends with this role: they mark a backend that refuses it as down";
        };
    }
}
