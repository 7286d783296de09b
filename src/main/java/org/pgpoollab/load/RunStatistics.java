package org.pgpoollab.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects counts, failures and gaps from the ledger of one run, for a period. For one thread. */
final class RunStatistics {

    /** A shorter gap is no outage. */
    private static final Duration LEAST = Duration.ofMillis(100);

    /** A longer gap is a disturbance, although no statement failed. */
    private static final Duration HANGS = Duration.ofSeconds(1);

    private final LedgerHead head;
    private final Instant from;
    private final Instant to;
    private final StatementCounts counts;
    private final AcknowledgementGaps writes;
    private final AcknowledgementGaps reads;
    private final FailureGrouping troubles = new FailureGrouping();
    private long end;

    RunStatistics(LedgerHead head, Instant from, Instant to, StatementCounts counts) {
        this.head = head;
        this.from = from;
        this.to = to;
        this.counts = counts;
        this.writes = new AcknowledgementGaps(notable(head.shape().writes()));
        this.reads = new AcknowledgementGaps(notable(Math.max(1, head.shape().reads())));
    }

    /** Returns the shortest gap that counts, in microseconds: three statement intervals, and at least {@link #LEAST}. */
    private static long notable(int rate) {
        return Math.max(micros(LEAST), 3 * micros(ChronoUnit.SECONDS.getDuration()) / rate);
    }

    private static long micros(Duration span) {
        return span.toNanos() / 1000;
    }

    void accept(LedgerEntry entry) {
        end = entry.atMicros();
        follow(entry.what().isOfWriter() ? writes : reads, entry);
        var at = head.instant(entry.atMicros());
        if (at.isBefore(from) || at.isAfter(to)) {
            return;
        }
        counts.add(entry, at);
        if (entry.what().isFailure()) {
            troubles.failed(entry.atMicros(), entry.trouble());
        }
    }

    private static void follow(AcknowledgementGaps gaps, LedgerEntry entry) {
        if (entry.what() == LedgerEntry.What.ACKNOWLEDGED || entry.what() == LedgerEntry.What.READ) {
            gaps.wentThrough(entry.atMicros());
            return;
        }
        gaps.tried(entry.atMicros() - entry.tookMicros());
    }

    /** Returns the disturbances in the order of time, still without milestones. */
    List<Disturbance> disturbances() {
        var writeSilences = within(writes.endedAt(end));
        var readSilences = within(reads.endedAt(end));
        var hangs = new ArrayList<AcknowledgementGaps.Silence>();
        writeSilences.forEach(silence -> addIfHangs(silence, head.shape().writes(), hangs));
        readSilences.forEach(
                silence -> addIfHangs(silence, Math.max(1, head.shape().reads()), hangs));
        return troubles.with(hangs).stream()
                .map(stretch -> new Disturbance(
                        head.instant(stretch.first()),
                        head.instant(stretch.last()),
                        longest(writeSilences, stretch),
                        longest(readSilences, stretch),
                        stretch.errors(),
                        List.of()))
                .toList();
    }

    private List<AcknowledgementGaps.Silence> within(List<AcknowledgementGaps.Silence> gaps) {
        return gaps.stream()
                .filter(silence -> !head.instant(silence.from()).isAfter(to)
                        && !head.instant(silence.until()).isBefore(from))
                .toList();
    }

    /** Adds a gap as a hang if it is long enough. The hang begins when the answer is overdue, not at the last answer. */
    private static void addIfHangs(
            AcknowledgementGaps.Silence silence, int rate, List<AcknowledgementGaps.Silence> hangs) {
        var timeLimit = Math.max(micros(HANGS), 10 * notable(rate) / 3);
        if (silence.length() > timeLimit) {
            hangs.add(new AcknowledgementGaps.Silence(silence.from() + timeLimit, silence.until(), silence.isOver()));
        }
    }

    private ServiceGap longest(List<AcknowledgementGaps.Silence> gaps, FailureGrouping.Stretch stretch) {
        return gaps.stream()
                .filter(silence -> silence.overlaps(stretch.first(), stretch.last()))
                .max(Comparator.comparingLong(AcknowledgementGaps.Silence::length))
                .map(silence -> new ServiceGap(
                        head.instant(silence.from()),
                        Duration.of(silence.length(), ChronoUnit.MICROS),
                        silence.isOver()))
                .orElseGet(() -> ServiceGap.none(head.instant(stretch.first())));
    }
}
