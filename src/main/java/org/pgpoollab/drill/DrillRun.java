package org.pgpoollab.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.condition.Redundancy;
import org.pgpoollab.load.Disturbance;
import org.pgpoollab.load.Milestone;
import org.pgpoollab.load.TenthSecond;
import org.pgpoollab.repair.RepairMethod;
import org.pgpoollab.topology.Node;

/**
 * The measurements of one run of a drill. All durations start when the fault was injected.
 *
 * @param begun when the fault was injected
 * @param fault the plan's title: {@code kill pg-0}
 * @param recovery whether the rest was redundant again before the repair, see {@link Redundancy}
 * @param repairBegun when the repair began
 * @param whole how long until the whole lab was proved to work again
 * @param disturbances what clients noticed until the repair began; until the end if the drill needs a repair to end
 * @param milestones what was observed from beginning to end, in order of time
 * @param tenths the writes and reads of the whole run, in tenths of a second
 */
public record DrillRun(
        Instant begun,
        String fault,
        Set<Node> victims,
        SelfRecovery recovery,
        Instant repairBegun,
        Duration whole,
        List<CompletedRepair> repaired,
        List<Disturbance> disturbances,
        List<Milestone> milestones,
        List<TenthSecond> tenths) {

    public DrillRun {
        Objects.requireNonNull(begun);
        victims = Set.copyOf(victims);
        repaired = List.copyOf(repaired);
        disturbances = List.copyOf(disturbances);
        milestones = List.copyOf(milestones);
        tenths = List.copyOf(tenths);
    }

    /** How long until the rest was redundant again; empty if it was not before the repair. */
    public Optional<Duration> redundant() {
        return recovery.redundantAfter();
    }

    /** What was missing until the repair began, as a sentence; empty if nothing was. */
    public String missing() {
        return recovery.missing();
    }

    Instant end() {
        return begun.plus(whole);
    }

    /** The longest time without an acknowledged write; it includes the repair if the drill needs one to end. */
    public Duration writeOutage() {
        return longest(Disturbance::writeOutage);
    }

    /** The longest time without an answered read; likewise. */
    public Duration readOutage() {
        return longest(Disturbance::readOutage);
    }

    private Duration longest(Function<Disturbance, Optional<Duration>> outage) {
        return disturbances.stream()
                .map(outage)
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** How long the old primary took to come back as a standby; empty if none had to. */
    public Optional<Duration> rejoin() {
        return repaired.stream()
                .filter(done -> done.repair().way() == RepairMethod.REJOIN
                        || done.repair().way() == RepairMethod.RECLONE)
                .map(CompletedRepair::took)
                .reduce((one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** A summary: {@code kill pg-0: no writes 2.91 s, redundant 5.12 s, rejoin 1.93 s, whole 11.9 s}. */
    public String inWords() {
        return Stream.of(DrillResult.Figure.values())
                .flatMap(figure -> figure.of(this).map(span -> figure.title() + " " + DrillText.seconds(span)).stream())
                .collect(Collectors.joining(", ", fault + ": ", ""));
    }
}
