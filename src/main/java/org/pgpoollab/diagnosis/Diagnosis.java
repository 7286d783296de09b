package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

/** Runs all checks on a snapshot. It is a pure function: the same snapshot gives the same findings in the same order. */
public final class Diagnosis {

    private static final List<Check> CHECKS = List.of(
            new UnfinishedStart(),
            new HostDisconnected(),
            new TwoPrimaries(),
            new NoPrimary(),
            new SilentPostgres(),
            new RolesRefused(),
            new CommitsWait(),
            new WritesRefused(),
            new DivergedTimeline(),
            new StrayBackendHeldUp(),
            new StandbyAhead(),
            new StandbyNotStreaming(),
            new LimitsBelowPrimary(),
            new ReplayPaused(),
            new StandbyLags(),
            new DiskFull(),
            new SlotHoldsWal(),
            new ArchivingFails(),
            new SendersExhausted(),
            new ConnectionsNearLimit(),
            new PoolsOutgrowPostgres(),
            new RepmgrdNotSeen(),
            new RepmgrdPaused(),
            new RepmgrTableDisagrees(),
            new SilentPgpool(),
            new ClientsNearLimit(),
            new PgpoolsWait(),
            new QueriesUnanswered(),
            new PrimarySearchedInVain(),
            new WatchdogUnseen(),
            new OutsideWatchdog(),
            new LeaderCount(),
            new QuorumLost(),
            new QuorumOnTheEdge(),
            new UnknownWatchdogMember(),
            new TwoVipHolders(),
            new NoVipHolder(),
            new VipUnseen(),
            new VipOffLeader(),
            new BackendHeldDown(),
            new BackendRoleWrong(),
            new BackendOutOfReach(),
            new ClientsRefused(),
            new NotAskedYet(),
            new MachineTooBusy());

    private Diagnosis() {}

    /** Returns all findings: the urgent ones first, and each cause directly before its effects. */
    public static ClusterHealth of(ClusterState state) {
        var found = CHECKS.stream()
                .flatMap(check -> check.findings(state).stream().map(finding -> finding.foundBy(check)))
                .map(finding -> NetworkSeparation.undoneFirst(state, finding))
                .map(finding -> ImposedFaults.named(state, finding))
                .toList();
        return new ClusterHealth(
                FindingCauses.folded(found), NotAskedYet.nodes(state).isEmpty(), NotAskedYet.isAsked(state));
    }

    /** Returns how to bring back a PostgreSQL node that does not answer; empty if it answers, or was not asked. */
    public static Optional<Remedy> comingBack(ClusterState state, Node node) {
        return new SilentPostgres()
                .findings(state).stream()
                        .filter(finding -> finding.about().contains(node))
                        .map(Finding::remedy)
                        .findFirst();
    }

    /** Returns what makes one primary of several once all faults are removed; empty if there are not several. */
    public static Optional<Remedy> onePrimary(ClusterState state) {
        var primaries = state.primaries();
        return primaries.size() < 2 ? Optional.empty() : Optional.of(TwoPrimaries.onceHealed(state, primaries));
    }

    /** Returns the nodes whose hosts run without the lab's network. */
    public static List<Node> disconnected(ClusterState state) {
        return HostDisconnected.nodes(state).toList();
    }

    /** Returns the commands that connect such a host to the lab's network again. */
    public static Remedy connecting(ClusterState state, Node node) {
        return HostDisconnected.remedy(state, node);
    }

    /** Returns the identities of all checks, which findings refer to. */
    public static List<String> checks() {
        return CHECKS.stream().map(Check::name).toList();
    }
}
