package org.pgpoollab.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Determines which finding causes which. Removing a cause also removes its effects, and a remedy of an effect can do harm while the cause
 * exists.
 */
final class FindingCauses {

    /** Which findings a cause explains. */
    private enum Scope {
        SAME_NODE,
        ANY_NODE,
        /** Any, if the cause itself is an error about the whole lab and not about single nodes. */
        WHOLE_LAB
    }

    private record Cause(Class<? extends Check> check, Scope scope) {

        boolean explains(Finding finding, Finding candidate) {
            return candidate.isFoundBy(check)
                    && switch (scope) {
                        case SAME_NODE -> finding.about().stream().anyMatch(candidate.about()::contains);
                        case ANY_NODE -> true;
                        case WHOLE_LAB ->
                            candidate.isError() && candidate.about().isEmpty();
                    };
        }
    }

    private static final Map<Class<? extends Check>, List<Cause>> OF = Map.ofEntries(
            Map.entry(SilentPostgres.class, List.of(ofLab(DiskFull.class))),
            Map.entry(NoPrimary.class, List.of(same(SilentPostgres.class))),
            Map.entry(PgpoolsWait.class, List.of(same(SilentPostgres.class))),
            Map.entry(
                    QueriesUnanswered.class,
                    List.of(
                            any(NoPrimary.class),
                            any(TwoPrimaries.class),
                            any(PrimarySearchedInVain.class),
                            same(SilentPostgres.class))),
            Map.entry(
                    StandbyNotStreaming.class,
                    List.of(same(SilentPostgres.class), same(TwoPrimaries.class), any(SendersExhausted.class))),
            Map.entry(StrayBackendHeldUp.class, List.of(same(TwoPrimaries.class), same(DivergedTimeline.class))),
            Map.entry(
                    BackendRoleWrong.class,
                    List.of(
                            any(TwoPrimaries.class),
                            same(StrayBackendHeldUp.class),
                            same(OutsideWatchdog.class),
                            same(LeaderCount.class),
                            same(BackendHeldDown.class))),
            Map.entry(
                    BackendHeldDown.class,
                    List.of(
                            any(TwoPrimaries.class),
                            same(PrimarySearchedInVain.class),
                            same(QueriesUnanswered.class),
                            same(LeaderCount.class),
                            same(OutsideWatchdog.class))),
            Map.entry(RepmgrTableDisagrees.class, List.of(any(TwoPrimaries.class), same(StandbyNotStreaming.class))),
            Map.entry(
                    BackendOutOfReach.class,
                    List.of(same(StandbyNotStreaming.class), same(OutsideWatchdog.class), same(LeaderCount.class))),
            Map.entry(
                    ClientsRefused.class,
                    List.of(
                            any(PrimarySearchedInVain.class),
                            same(OutsideWatchdog.class),
                            same(LeaderCount.class),
                            same(BackendOutOfReach.class),
                            same(ClientsNearLimit.class),
                            same(BackendHeldDown.class),
                            ofLab(DiskFull.class))),
            Map.entry(StandbyLags.class, List.of(same(ReplayPaused.class), same(LimitsBelowPrimary.class))),
            Map.entry(ReplayPaused.class, List.of(same(LimitsBelowPrimary.class))),
            Map.entry(PoolsOutgrowPostgres.class, List.of(same(LimitsBelowPrimary.class))),
            Map.entry(RepmgrdPaused.class, List.of(any(NoPrimary.class))),
            Map.entry(CommitsWait.class, List.of(any(SilentPostgres.class), any(StandbyNotStreaming.class))),
            Map.entry(WritesRefused.class, List.of(any(RolesRefused.class))),
            Map.entry(SlotHoldsWal.class, List.of(same(SilentPostgres.class), same(StandbyNotStreaming.class))),
            Map.entry(SilentPgpool.class, List.of(same(NoPrimary.class))),
            Map.entry(LeaderCount.class, List.of(same(SilentPgpool.class))),
            Map.entry(QuorumLost.class, List.of(same(SilentPgpool.class), same(OutsideWatchdog.class))),
            Map.entry(
                    QuorumOnTheEdge.class,
                    List.of(same(SilentPgpool.class), same(OutsideWatchdog.class), any(UnknownWatchdogMember.class))),
            Map.entry(OutsideWatchdog.class, List.of(same(SilentPgpool.class), same(LeaderCount.class))),
            Map.entry(
                    NoVipHolder.class,
                    List.of(any(SilentPgpool.class), any(LeaderCount.class), any(OutsideWatchdog.class))),
            Map.entry(TwoVipHolders.class, List.of(any(LeaderCount.class), same(SilentPgpool.class))),
            Map.entry(
                    VipOffLeader.class,
                    List.of(any(LeaderCount.class), same(SilentPgpool.class), any(OutsideWatchdog.class))));

    private FindingCauses() {}

    private static Cause same(Class<? extends Check> check) {
        return new Cause(check, Scope.SAME_NODE);
    }

    private static Cause any(Class<? extends Check> check) {
        return new Cause(check, Scope.ANY_NODE);
    }

    private static Cause ofLab(Class<? extends Check> check) {
        return new Cause(check, Scope.WHOLE_LAB);
    }

    /** Returns the findings in order: the errors first, each followed by its effects. */
    static List<Finding> folded(List<Finding> found) {
        var ordered = new ArrayList<Finding>();
        found.stream()
                .filter(finding -> cause(finding, found).isEmpty())
                .map(root -> group(root, found))
                .sorted(Comparator.comparing(FindingCauses::severity))
                .forEach(ordered::addAll);
        return List.copyOf(ordered);
    }

    private static List<Finding> group(Finding root, List<Finding> found) {
        var group = new ArrayList<Finding>();
        group.add(root);
        found.stream()
                .filter(finding -> !finding.equals(root) && root(finding, found).equals(root))
                .map(finding -> finding.because(cause(finding, found).orElseThrow()))
                .sorted(Comparator.comparing(Finding::severity))
                .forEach(group::add);
        return group;
    }

    private static Finding.Severity severity(List<Finding> group) {
        return group.stream()
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Finding root(Finding finding, List<Finding> found) {
        return cause(finding, found).map(cause -> root(cause, found)).orElse(finding);
    }

    private static Optional<Finding> cause(Finding finding, List<Finding> found) {
        var unfinished = found.stream()
                .filter(candidate -> candidate.isFoundBy(UnfinishedStart.class))
                .findFirst();
        if (unfinished.isPresent()) {
            return unfinished.filter(start -> !start.equals(finding));
        }
        var disconnected = same(HostDisconnected.class);
        var cut = found.stream()
                .filter(candidate -> disconnected.explains(finding, candidate))
                .findFirst();
        if (cut.isPresent()) {
            return cut.filter(cause -> !cause.equals(finding));
        }
        return OF.entrySet().stream()
                .filter(entry -> finding.isFoundBy(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .flatMap(cause -> found.stream().filter(candidate -> cause.explains(finding, candidate)))
                .findFirst();
    }
}
