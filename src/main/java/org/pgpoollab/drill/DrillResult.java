package org.pgpoollab.drill;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.WriteAudit;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.version.ProgramVersions;

/**
 * The result of all runs of one drill on one lab.
 *
 * @param verdict the audit of every write of all runs, checked in the database that survived
 */
public record DrillResult(
        Drill drill, Lab lab, ProgramVersions versions, LoadShape shape, List<DrillRun> runs, WriteAudit verdict) {

    /** The figures that are measured in each run. */
    public enum Figure {
        WRITE_OUTAGE("no writes", run -> Optional.of(run.writeOutage())),
        READ_OUTAGE("no reads", run -> Optional.of(run.readOutage())),
        REDUNDANT("redundant", DrillRun::redundant),
        REJOIN("rejoin", DrillRun::rejoin),
        WHOLE("whole", run -> Optional.of(run.whole()));

        private final String title;
        private final Function<DrillRun, Optional<Duration>> measure;

        Figure(String title, Function<DrillRun, Optional<Duration>> measure) {
            this.title = title;
            this.measure = measure;
        }

        public String title() {
            return title;
        }

        public Optional<Duration> of(DrillRun run) {
            return measure.apply(run);
        }
    }

    public DrillResult {
        Objects.requireNonNull(drill);
        runs = List.copyOf(runs);
    }

    /** Returns the result of runs on several labs that are made alike, one lab after the other. */
    public static DrillResult joined(
            Drill drill, Lab lab, ProgramVersions versions, LoadShape shape, List<DrillResult> results) {
        return new DrillResult(
                drill,
                lab,
                versions,
                shape,
                results.stream().flatMap(result -> result.runs().stream()).toList(),
                results.stream()
                        .map(DrillResult::verdict)
                        .reduce(WriteAudit::plus)
                        .orElseGet(() -> WriteAudit.unknown(0, 0, "no run came to its end")));
    }

    /** The spread of a figure over all runs; empty if no run has it. */
    public Optional<MeasurementSpread> spread(Figure figure) {
        return MeasurementSpread.of(
                runs.stream().map(figure::of).flatMap(Optional::stream).toList());
    }

    /** The run whose write outage is the median, or the next above it. */
    Optional<DrillRun> typical() {
        return runs.stream()
                .sorted(Comparator.comparing(DrillRun::writeOutage))
                .skip(runs.size() / 2)
                .findFirst();
    }
}
