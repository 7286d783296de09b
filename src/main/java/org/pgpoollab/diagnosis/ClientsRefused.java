package org.pgpoollab.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Observed;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Node;

/**
 * Reports that a client with the lab's user and password is not served although every server answers. A silent server, a missing primary
 * and a missing VIP have findings of their own.
 */
final class ClientsRefused implements Check {

    /** The reason when pgpool's child processes end as soon as they serve a client, which a restart of that pgpool fixes. */
    private static final String ENDED = "the session was ended";

    private static final Pattern LOGIN = Pattern.compile(
            "(?i)authentication|password|pool_passwd|pg_hba|role \".*\" (does not exist|is not permitted to log in)");

    /**
     * The messages of PostgreSQL for a limit or a privilege that a user has set, with the statement that resets it; USER is the lab's user.
     */
    private static final Map<String, String> SET_BY_SOMEBODY = Map.of(
            "too many connections for role", "alter role USER connection limit -1",
            "too many connections for database", "alter database USER connection limit -1",
            "not currently accepting connections", "alter database USER allow_connections true",
            "permission denied for database", "grant connect on database USER to USER");

    @Override
    public List<Finding> findings(ClusterState state) {
        if (isExplained(state)) {
            return List.of();
        }
        var setting = bySetting(state);
        if (setting.isPresent()) {
            return List.of(setting.get());
        }
        var findings = new ArrayList<Finding>();
        var refusing = state.pools().stream()
                .filter(pool -> pool.client().isUnreachable())
                .toList();
        refusing.forEach(pool -> findings.add(Finding.error(
                        "a client is not served by " + pool.node() + ": "
                                + pool.client().reason(),
                        isLogin(pool.client().reason())
                                ? "PostgreSQL takes the lab's password: pool_passwd or pool_hba.conf of " + pool.node()
                                        + " is not the lab's"
                                : "it logged in with the lab's user and password; " + pool.node() + " answers the lab",
                        remedy(pool.client().reason(), pool.node()))
                .about(pool.node())));
        var isHolderRefusing = refusing.stream().anyMatch(PoolNode::hasVip);
        if (state.client().isUnreachable() && !isHolderRefusing) {
            findings.add(Finding.error(
                            "a client is not served through the VIP: "
                                    + state.client().reason(),
                            StateText.list(state.vipHolders()) + " holds it and answers the lab",
                            remedy(state.client().reason(), state.vipHolders().get(0)))
                    .about(state.vipHolders()));
        }
        return findings;
    }

    /** Returns the finding for a setting on PostgreSQL that makes it refuse the clients of all pgpools. */
    private static Optional<Finding> bySetting(ClusterState state) {
        var user = state.lab().credentials().user();
        return reasons(state)
                .flatMap(reason -> SET_BY_SOMEBODY.entrySet().stream()
                        .filter(entry -> reason.contains(entry.getKey()))
                        .map(entry -> Finding.error(
                                "clients are not served: " + reason,
                                "somebody has set that in PostgreSQL; every server answers",
                                Remedy.sqlAsPostgres(
                                        state.primaries().get(0),
                                        entry.getValue().replace("USER", user)))))
                .findFirst();
    }

    private static Stream<String> reasons(ClusterState state) {
        return Stream.concat(Stream.of(state.client()), state.pools().stream().map(PoolNode::client))
                .filter(Observed::isUnreachable)
                .map(Observed::reason);
    }

    private static Remedy remedy(String reason, Node pool) {
        if (reason.contains(ENDED)) {
            return Remedy.restart(pool).or(Remedy.logs(pool));
        }
        return isLogin(reason) ? Remedy.then(Remedy.of("generate --force"), Remedy.restart(pool)) : Remedy.logs(pool);
    }

    static boolean isLogin(String reason) {
        return LOGIN.matcher(reason).find();
    }

    private static boolean isExplained(ClusterState state) {
        return state.primaries().size() != 1
                || state.vipHolders().size() != 1
                || RolesRefused.keepsClientsOut(state)
                || state.postgres().stream().anyMatch(seen -> !seen.says().isSeen())
                || state.pools().stream().anyMatch(pool -> !pool.backends().isSeen());
    }
}
