package org.pgpoollab.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.timeline.EventDeduplicator;
import org.pgpoollab.timeline.EventDetector;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

/**
 * The events of one lab, for one watcher. Of all its watchers one at a time writes what it sees, the others read it, and when the one
 * ends another goes on: so all show the same. Whoever becomes the writer fills the time when nobody watched from the servers' logs.
 * Used by one thread. Nothing here fails; what cannot be written is still shown by the one who saw it.
 */
public final class EventJournal implements AutoCloseable {

    private static final Duration BETWEEN_HEARTBEATS = Duration.ofSeconds(2);

    /** How long one who does not write remembers what it saw, in case that the writer has just ended. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private static final int KEPT = 10_000;

    private final Clock clock;
    private final EventLog log;
    private final JournalFollower tail;
    private final LogBackfill gap;
    private final LabDirectory directory;
    private final List<Event> all = new ArrayList<>();
    private final List<Event> unwritten = new ArrayList<>();
    private Optional<JournalWriterLock> pen = Optional.empty();
    private EventDetector chronicle =
            EventDetector.begin(state -> Diagnosis.of(state).isHealthy());
    private Instant lastHeartbeat = Instant.MIN;

    private EventJournal(LabDirectory directory, Lab lab, Clock clock) {
        this.clock = clock;
        this.directory = directory;
        log = new EventLog(directory);
        tail = new JournalFollower(directory);
        gap = new LogBackfill(directory, lab);
    }

    /** Reads what is there, and what happened since somebody watched last, unless somebody does now. */
    public static EventJournal open(LabDirectory directory, Lab lab, Clock clock) {
        var keeper = new EventJournal(directory, lab, clock);
        keeper.read();
        keeper.writes();
        keeper.read();
        return keeper;
    }

    /** Whether it is this watcher that writes: it should then look at the lab again and again. */
    public boolean writes() {
        if (pen.isEmpty()) {
            pen = JournalWriterLock.take(directory);
            pen.ifPresent(taken -> takeOver());
        }
        return pen.isPresent();
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

    /** Takes in what is seen now; what is new, also from others, in the order in which it came to be known. */
    public List<Event> accept(ClusterState state) {
        return accept(chronicle.next(state), state.at());
    }

    /** The lab was taken down while it was watched, so that there is nothing more to see. */
    public List<Event> takenDown(Instant at) {
        return accept(chronicle.takenDown(at), at);
    }

    private List<Event> accept(EventDetector.Step step, Instant at) {
        chronicle = step.chronicle();
        if (writes()) {
            var news = write(step.events());
            heartbeat();
            return news;
        }
        unwritten.removeIf(event -> event.at().isBefore(at.minus(REMEMBERED)));
        unwritten.addAll(step.events());
        return news();
    }

    /** What is new since the last call of this, of {@link #accept} or of {@link #open}. */
    public List<Event> news() {
        return read();
    }

    /** The newest ones, by the time when they happened; at most that many. */
    public List<Event> tail(int count) {
        return List.copyOf(all.subList(Math.max(0, all.size() - count), all.size()));
    }

    /** All from that moment on, by the time when they happened. */
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
        pen.ifPresent(held -> {
            beat();
            held.close();
        });
        pen = Optional.empty();
        tail.close();
    }
}
