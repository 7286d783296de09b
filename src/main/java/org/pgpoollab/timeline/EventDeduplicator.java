package org.pgpoollab.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Drops events from server logs that repeat a seen event, or that repeat an event which the logs have reported a moment before. */
public final class EventDeduplicator {

    /**
     * The tolerance between two times of one event: a probe sees it later than the server logs it, and repmgr's log has whole seconds only.
     */
    private static final Duration NEAR = Duration.ofSeconds(5);

    /**
     * How far apart two equal reports of a server may be to count as one event, if it reports nothing else in between about the same
     * subject: pgpool repeats its reports every six seconds.
     */
    private static final Duration STILL = Duration.ofSeconds(10);

    private EventDeduplicator() {}

    /**
     * Returns those of {@code recollected} that are new.
     *
     * @param told the events that are in the journal already
     */
    public static List<Event> leftOut(List<Event> recollected, List<Event> told) {
        var fresh = new ArrayList<Event>();
        var last = new HashMap<Object, Event>();
        for (var event : recollected) {
            var before = last.put(List.of(event.kind(), event.nodes()), event);
            var isTold = told.stream().anyMatch(old -> isSame(event, old))
                    || fresh.stream().anyMatch(old -> isSameWords(event, old, NEAR))
                    || (before != null && isSameWords(event, before, STILL));
            if (!isTold) {
                fresh.add(event);
            }
        }
        return List.copyOf(fresh);
    }

    private static boolean isSame(Event event, Event old) {
        return switch (old.source()) {
            case COMMAND -> false;
            case LOG -> isSameWords(event, old, NEAR);
            case SEEN ->
                isNear(event, old, NEAR)
                        && event.kind() == old.kind()
                        && event.effect() == old.effect()
                        && old.nodes().containsAll(event.nodes());
        };
    }

    private static boolean isSameWords(Event event, Event old, Duration span) {
        return isNear(event, old, span) && event.text().equals(old.text());
    }

    private static boolean isNear(Event one, Event other, Duration span) {
        return Duration.between(one.at(), other.at()).abs().compareTo(span) <= 0;
    }
}
