package org.pgpoollab.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.playback.SnapshotLog;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.timeline.EventDeduplicator;
import org.pgpoollab.timeline.EventDetector;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

/**
 * Keeps the events and the snapshots of one lab for one watcher. One watcher at a time writes what it sees and the others read it, so all show the same
 * events. If the writer ends, another takes over and fills the time without a watcher from the servers' logs. Not thread-safe. No
 * method fails: events that cannot be written are still shown to the watcher that saw them.
 */
public final class EventJournal implements AutoCloseable {

    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(2);

    /** How long a watcher that is not the writer keeps what it saw, in case the writer has just ended. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private static final int KEPT = 10_000;

    private final Clock clock;
    private final EventLog log;
    private final JournalFollower tail;
    private final LogBackfill gap;
    private final LabDirectory directory;
    private final SnapshotLog snapshots;
    private final List<Event> all = new ArrayList<>();
    private final List<Event> unwritten = new ArrayList<>();
    private Optional<JournalWriterLock> writerLock = Optional.empty();
    private EventDetector nextDetector =
            EventDetector.begin(state -> Diagnosis.of(state).isHealthy());
    private Instant lastHeartbeat = Instant.MIN;

    private EventJournal(LabDirectory directory, Lab lab, Clock clock) {
        this.clock = clock;
        this.directory = directory;
        log = new EventLog(directory);
        tail = new JournalFollower(directory);
        gap = new LogBackfill(directory, lab);
        snapshots = new SnapshotLog(directory);
    }

    /** Reads the existing events and, if no other watcher is active, backfills what happened since the last one. */
    public static EventJournal open(LabDirectory directory, Lab lab, Clock clock) {
        var keeper = new EventJournal(directory, lab, clock);
        keeper.read();
        keeper.writes();
        keeper.read();
        return keeper;
    }

    /** Whether this watcher is the writer; if so, it should take snapshots regularly. Tries to become the writer if it is not. */
    public boolean writes() {
        if (writerLock.isEmpty()) {
            writerLock = JournalWriterLock.take(directory);
            writerLock.ifPresent(taken -> takeOver());
        }
        return writerLock.isPresent();
    }

    private void takeOver() {
        read();
        log.trim();
        write(EventDeduplicator.leftOut(unwritten, all));
        unwritten.clear();
        read();
        write(EventDeduplicator.leftOut(gap.recollected(), all));
        beat();
    }

    /** Records a snapshot and its events. Returns all new events, also those of other programs, in the order in which they became known. */
    public List<Event> accept(ClusterState state) {
        var news = accept(nextDetector.next(state), state.at());
        if (writes()) {
            snapshots.accept(state);
        }
        return news;
    }

    /** Records that the lab was taken down while it was watched, so that no more snapshots follow. */
    public List<Event> takenDown(Instant at) {
        return accept(nextDetector.takenDown(at), at);
    }

    private List<Event> accept(EventDetector.Step step, Instant at) {
        nextDetector = step.nextDetector();
        if (writes()) {
            var news = write(step.events());
            heartbeat();
            return news;
        }
        unwritten.removeIf(event -> event.at().isBefore(at.minus(REMEMBERED)));
        unwritten.addAll(step.events());
        return news();
    }

    /** Returns the events that are new since the last call of this method, of {@link #accept} or of {@link #open}. */
    public List<Event> news() {
        return read();
    }

    /** Returns at most this many of the newest events, by the time when they happened. */
    public List<Event> tail(int count) {
        return List.copyOf(all.subList(Math.max(0, all.size() - count), all.size()));
    }

    /** Returns all events from this time on, by the time when they happened. */
    public List<Event> since(Instant from) {
        return all.stream().filter(event -> !event.at().isBefore(from)).toList();
    }

    private List<Event> write(List<Event> events) {
        if (events.isEmpty()) {
            return read();
        }
        if (log.append(events)) {
            log.trim();
            return read();
        }
        remember(events);
        return events;
    }

    private List<Event> read() {
        var news = tail.more();
        remember(news);
        return news;
    }

    private void remember(List<Event> news) {
        if (news.isEmpty()) {
            return;
        }
        all.addAll(news);
        all.sort(Comparator.comparing(Event::at));
        if (all.size() > KEPT) {
            all.subList(0, all.size() - KEPT).clear();
        }
    }

    private void heartbeat() {
        if (lastHeartbeat.plus(BETWEEN_HEARTBEATS).isBefore(clock.instant())) {
            beat();
        }
    }

    private void beat() {
        lastHeartbeat = clock.instant();
        gap.watched(lastHeartbeat);
    }

    @Override
    public void close() {
        snapshots.close();
        writerLock.ifPresent(held -> {
            beat();
            held.close();
        });
        writerLock = Optional.empty();
        tail.close();
    }
}
