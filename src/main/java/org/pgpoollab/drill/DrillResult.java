package org.pgpoollab.drill;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.Verdict;
import org.pgpoollab.topology.Lab;

/**
 * All runs of one drill on one lab.
 *
 * @param verdict on every write of all runs together, asked of the database that survived
 */
public record DrillResult(Drill drill, Lab lab, LoadShape shape, List<Course> courses, Verdict verdict) {

    /** What is measured of each run. */
    public enum Figure {
        WRITE_OUTAGE("no writes", course -> Optional.of(course.writeOutage())),
        READ_OUTAGE("no reads", course -> Optional.of(course.readOutage())),
        REDUNDANT("redundant", Course::redundant),
        REJOIN("rejoin", Course::rejoin),
        WHOLE("whole", course -> Optional.of(course.whole()));

        private final String title;
        private final Function<Course, Optional<Duration>> measure;

        Figure(String title, Function<Course, Optional<Duration>> measure) {
            this.title = title;
            this.measure = measure;
        }

        public String title() {
            return title;
        }

        public Optional<Duration> of(Course course) {
            return measure.apply(course);
        }
    }

    public DrillResult {
        Objects.requireNonNull(drill);
        courses = List.copyOf(courses);
    }

    /** Empty if no run has it. */
    public Optional<Spread> spread(Figure figure) {
        return Spread.of(
                courses.stream().map(figure::of).flatMap(Optional::stream).toList());
    }

    /** The run whose write outage is the median, or next above it. */
    Optional<Course> typical() {
        return courses.stream()
                .sorted(Comparator.comparing(Course::writeOutage))
                .skip(courses.size() / 2)
                .findFirst();
    }
}
