package org.pgpoollab.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sequence of timelines that a node has gone through, oldest first, as in PostgreSQL's {@code .history} files. */
public record TimelineHistory(List<Span> spans) {

    public static final Lsn OPEN_END = new Lsn(Long.MAX_VALUE);

    /**
     * One timeline.
     *
     * @param begin where it begins; for the first one the beginning of all WAL
     * @param end where the next timeline begins; {@link #OPEN_END} for the last one
     */
    public record Span(int timeline, Lsn begin, Lsn end) {}

    public TimelineHistory {
        spans = List.copyOf(spans);
    }

    /** @param file the content of the timeline's history file; empty for timeline 1, which has none */
    public static TimelineHistory of(int timeline, String file) {
        var spans = new ArrayList<Span>();
        var begin = new Lsn(0);
        for (var line : file.lines().toList()) {
            var words = line.strip().split("\\s+");
            if (words.length >= 2 && words[0].matches("[0-9]+")) {
                var end = Lsn.parse(words[1]);
                spans.add(new Span(Integer.parseInt(words[0]), begin, end));
                begin = end;
            }
        }
        spans.add(new Span(timeline, begin, OPEN_END));
        return new TimelineHistory(spans);
    }

    /** Returns the timeline that the node is on. */
    public Span current() {
        return spans.get(spans.size() - 1);
    }

    /** Returns where the node left this timeline; empty if it is on it, or has never been. */
    public Optional<Lsn> left(int timeline) {
        return spans.stream()
                .filter(span -> span.timeline() == timeline && !span.equals(current()))
                .map(Span::end)
                .findFirst();
    }

    /**
     * Returns the last timeline that both nodes have gone through, up to where the first of them left it; empty if they share none. Two
     * timelines with the same number are identical only if all earlier ones are, and ended at the same position.
     */
    public Optional<Span> shared(TimelineHistory other) {
        Optional<Span> shared = Optional.empty();
        for (var i = 0; i < Math.min(spans.size(), other.spans.size()); i++) {
            var mine = spans.get(i);
            var theirs = other.spans.get(i);
            if (mine.timeline() != theirs.timeline()) {
                break;
            }
            var end = mine.end().compareTo(theirs.end()) < 0 ? mine.end() : theirs.end();
            shared = Optional.of(new Span(mine.timeline(), mine.begin(), end));
            if (!mine.end().equals(theirs.end())) {
                break;
            }
        }
        return shared;
    }
}
