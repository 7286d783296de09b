package org.pgpoollab.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        byReason(state)
                .forEach((reason, refusing) -> findings.add(Finding.error(
                                "a client is not served by " + StateText.list(refusing) + ": " + reason,
                                why(reason, refusing),
                                remedy(reason, refusing))
                        .about(refusing)));
        var isHolderRefusing = state.pools().stream()
                .anyMatch(pool -> pool.hasVip() && pool.client().isUnreachable());
        if (state.client().isUnreachable() && !isHolderRefusing) {
            findings.add(throughVip(state, state.vipHolders().get(0)));
        }
        return findings;
    }

    /** Returns the pgpools that do not serve a client: one reason that all of them have is one trouble. */
    private static Map<String, List<Node>> byReason(ClusterState state) {
        return state.pools().stream()
                .filter(pool -> pool.client().isUnreachable())
                .collect(Collectors.groupingBy(
                        pool -> pool.client().reason(),
                        LinkedHashMap::new,
                        Collectors.mapping(PoolNode::node, Collectors.toList())));
    }

    private static String why(String reason, List<Node> refusing) {
        var pools = StateText.list(refusing);
        if (isByPoolHba(reason)) {
            return "pool_hba.conf of " + pools + " refuses the lab's user";
        }
        return isLogin(reason)
                ? "PostgreSQL takes the lab's password: pool_passwd or pool_hba.conf of " + pools + " is not the lab's"
                : "it logged in with the lab's user and password; " + pools
                        + (refusing.size() == 1 ? " answers" : " answer") + " the lab";
    }

    /** Returns the finding for clients who come through the network. The single pgpools are asked through their sockets. */
    private static Finding throughVip(ClusterState state, Node holder) {
        var reason = state.client().reason();
        var found = isByPoolHba(reason)
                ? Finding.error(
                        "a client is not served through the VIP: " + reason,
                        "pool_hba.conf of " + holder
                                + " refuses the lab's user from the network; that of the other pgpools"
                                + " shows only when they hold the VIP",
                        reloadAll(state))
                : Finding.error(
                        "a client is not served through the VIP: " + reason,
                        holder + " holds it and answers the lab",
                        remedy(reason, List.of(holder)));
        return found.about(state.vipHolders());
    }

    /** Has every pgpool read the lab's own pool_hba.conf again; no session ends. */
    private static Remedy reloadAll(ClusterState state) {
        var reloads = state.lab().pgpoolNodes().stream()
                .map(pool -> Remedy.of("exec " + pool + " -- pgpool -f /run/lab/pgpool.conf reload"));
        return Remedy.each(Stream.concat(Stream.of(Remedy.rewriteFiles()), reloads));
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

    private static Remedy remedy(String reason, List<Node> pools) {
        if (reason.contains(ENDED)) {
            return Remedy.restart(pools).or(Remedy.logs(pools));
        }
        return isLogin(reason) ? Remedy.then(Remedy.rewriteFiles(), Remedy.restart(pools)) : Remedy.logs(pools);
    }

    private static boolean isByPoolHba(String reason) {
        return reason.contains("pool_hba");
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
