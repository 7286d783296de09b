package org.pgpoollab.playback;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pgpoollab.timeline.Event;

/**
 * What was seen of a lab in a span of time: its snapshots and events, and the moments at which something changed. It never changes; several
 * threads may use it.
 */
public final class Playback {

    /** An event that was seen becomes known a little later than it happened. It is shown with the change that told it, if that came within this time. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);

    /** A watcher keeps a snapshot every second or two. If there is none for longer, nothing watched. */
    private static final Duration WATCHED = Duration.ofSeconds(5);

    private final SnapshotSeries series;
    private final List<Moment> moments;
    private final TreeMap<Instant, Integer> indices = new TreeMap<>();
    private final TreeMap<Instant, List<Event>> events = new TreeMap<>();
    private final TreeMap<Instant, Boolean> stops = new TreeMap<>();
    private final Instant from;
    private final Instant to;

    private Playback(SnapshotSeries series, Instant from, Instant to) {
        this.series = series;
        this.moments = series.moments();
        for (var index = 0; index < moments.size(); index++) {
            indices.put(moments.get(index).at(), index);
        }
        this.from = from;
        this.to = to;
    }

    /**
     * Puts snapshots and events together.
     *
     * @param from what was before is left out, but for the last snapshot before
     * @param to what was after is left out
     * @return empty if there is no snapshot in that time
     */
    public static Optional<Playback> of(SnapshotSeries series, List<Event> events, Instant from, Instant to) {
        var within = series.moments().stream()
                .map(Moment::at)
                .filter(at -> !at.isBefore(from) && !at.isAfter(to))
                .toList();
        if (within.isEmpty()) {
            return Optional.empty();
        }
        var playback = new Playback(series, within.get(0), within.get(within.size() - 1));
        playback.addStops(events);
        return Optional.of(playback);
    }

    private void addStops(List<Event> all) {
        moments.stream().filter(Moment::isChange).forEach(moment -> stops.put(moment.at(), false));
        var changes = new TreeMap<>(stops);
        all.forEach(event -> {
            // Moments are kept to the millisecond, and the change that told the event may be of the same one.
            var told = Optional.ofNullable(changes.ceilingKey(event.at().truncatedTo(ChronoUnit.MILLIS)))
                    .filter(at -> event.source() == Event.Source.SEEN)
                    .filter(at -> !at.isAfter(event.at().plus(TOLD_WITHIN)))
                    .orElse(event.at());
            events.computeIfAbsent(told, at -> new ArrayList<>()).add(event);
            stops.put(told, true);
        });
        stops.headMap(from, false).clear();
        stops.tailMap(to, false).clear();
    }

    /** Returns the time of the first snapshot. */
    public Instant from() {
        return from;
    }

    /** Returns the time of the last snapshot. */
    public Instant to() {
        return to;
    }

    /** Returns the moments at which something changed or happened, in the order of time. */
    public List<Instant> stops() {
        return List.copyOf(stops.keySet());
    }

    /** Returns the moments at which an event was told, in the order of time. */
    public List<Instant> eventStops() {
        return stops.keySet().stream().filter(stops::get).toList();
    }

    public Optional<Instant> stopAfter(Instant time) {
        return Optional.ofNullable(stops.higherKey(time));
    }

    public Optional<Instant> stopBefore(Instant time) {
        return Optional.ofNullable(stops.lowerKey(time));
    }

    public Optional<Instant> eventAfter(Instant time) {
        return stops.tailMap(time, false).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public Optional<Instant> eventBefore(Instant time) {
        return stops.headMap(time, false).descendingMap().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the events that were told up to a moment, in that order. */
    public List<Event> eventsUntil(Instant time) {
        return events.headMap(time, true).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the events that were told at a moment. */
    public List<Event> eventsAt(Instant time) {
        return List.copyOf(events.getOrDefault(time, List.of()));
    }

    /** Returns the last snapshot up to a moment; before the first one, that. */
    public SnapshotRecord at(Instant time) {
        return series.record(indexAt(time));
    }

    /** Returns the snapshots of a span that ends at a moment, the last one up to it included. */
    public List<SnapshotRecord> leadingTo(Instant time, Duration span) {
        var last = indexAt(time);
        var first = last;
        while (first > 0 && !moments.get(first - 1).at().isBefore(time.minus(span))) {
            first--;
        }
        var records = new ArrayList<SnapshotRecord>();
        for (var index = first; index <= last; index++) {
            records.add(series.record(index));
        }
        return records;
    }

    /** Returns the snapshots after one moment up to another. */
    public List<SnapshotRecord> between(Instant after, Instant until) {
        return indices.subMap(after, false, until.isBefore(after) ? after : until, true).values().stream()
                .map(series::record)
                .toList();
    }

    /** Returns what differs at a stop from the snapshot before, in words; empty if it is that of an event alone. */
    public List<FactDifference> differencesAt(Instant stop) {
        var index = indices.get(stop);
        if (index == null || index == 0) {
            return List.of();
        }
        return FactDifference.between(
                series.record(index - 1).state(), series.record(index).state());
    }

    /** Tells whether a watcher looked at this moment. If not, what is shown is what it saw last. */
    public boolean isWatched(Instant time) {
        var before = indices.floorKey(time);
        return before != null && Duration.between(before, time).compareTo(WATCHED) <= 0;
    }

    /** Returns when the next snapshot after a moment was taken. */
    public Optional<Instant> watchedAfter(Instant time) {
        return Optional.ofNullable(indices.higherKey(time)).filter(at -> !at.isAfter(to));
    }

    private int indexAt(Instant time) {
        var before = indices.floorEntry(time);
        return before == null ? 0 : before.getValue();
    }
}
