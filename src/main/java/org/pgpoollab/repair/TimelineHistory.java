package org.pgpoollab.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.Lsn;

/** The line of timelines that a node has gone through, oldest first, as PostgreSQL's {@code .history} files tell it. */
public record TimelineHistory(List<Span> spans) {

    private static final Lsn OPEN_END = new Lsn(Long.MAX_VALUE);

    /** @param end where the next timeline begins */
    public record Span(int timeline, Lsn end) {}

    public TimelineHistory {
        spans = List.copyOf(spans);
    }

    /** @param file the content of the timeline's history file; empty for timeline 1, which has none */
    public static TimelineHistory of(int timeline, String file) {
        var spans = new ArrayList<Span>();
        file.lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length >= 2 && words[0].matches("[0-9]+"))
                .forEach(words -> spans.add(new Span(Integer.parseInt(words[0]), Lsn.parse(words[1]))));
        spans.add(new Span(timeline, OPEN_END));
        return new TimelineHistory(spans);
    }

    /** Where the two part; empty if one is the other, or they have nothing in common. */
    public Optional<Lsn> fork(TimelineHistory other) {
        Optional<Lsn> fork = Optional.empty();
        for (var i = 0; i < Math.min(spans.size(), other.spans.size()); i++) {
            var mine = spans.get(i);
            var theirs = other.spans.get(i);
            if (mine.timeline() != theirs.timeline()) {
                break;
            }
            fork = Optional.of(mine.end().compareTo(theirs.end()) < 0 ? mine.end() : theirs.end());
        }
        return fork.filter(place -> !place.equals(OPEN_END));
    }
}
