package org.pgpoollab.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.NOW;
import static org.pgpoollab.cluster.Given.healthy;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.timeline.Event;

class PlaybackTest {

    private static final Event STOPPED = new Event(
            at(9.5),
            Event.Kind.NODE,
            Event.Effect.TROUBLE,
            List.of("pg-1"),
            "pg-1 stopped answering",
            Event.Source.SEEN);

    private static final Event TYPED =
            new Event(at(5), Event.Kind.COMMAND, Event.Effect.CHANGE, List.of(), "stop pg-1", Event.Source.COMMAND);

    private final Playback playback = Playback.of(series(), List.of(TYPED, STOPPED), Instant.MIN, Instant.MAX)
            .orElseThrow();

    private static Instant at(double second) {
        return NOW.plusMillis(Math.round(1000 * second));
    }

    /** One snapshot a second; pg-1 is silent from second 10 to 19; nobody watches from 25 to 40. */
    private static SnapshotSeries series() {
        var bytes = new ByteArrayOutputStream();
        var lab = healthy().state().lab();
        try (var writer = new SegmentWriter(lab)) {
            bytes.writeBytes(writer.head());
            for (var second = 0; second <= 45; second++) {
                if (second > 25 && second < 40) {
                    continue;
                }
                var seen = healthy().after(Duration.ofSeconds(second));
                var state = second >= 10 && second < 20 ? seen.stopped("pg-1").state() : seen.state();
                bytes.writeBytes(writer.record(new SnapshotRecord(state, List.of()), second == 10 || second == 20));
            }
        }
        return SnapshotSeries.of(Map.of("a", bytes.toByteArray()));
    }

    @Test
    void aMomentShowsTheLastSnapshotUpToIt() {
        assertEquals(at(7), playback.at(at(7.9)).state().at());
        assertEquals(at(0), playback.at(at(-3)).state().at());
        assertEquals(at(25), playback.at(at(33)).state().at());
    }

    @Test
    void itStopsAtEveryChangeAndEventAndAnEventIsToldWithItsChange() {
        assertEquals(List.of(at(5), at(10), at(20)), playback.stops());
        assertEquals(List.of(at(5), at(10)), playback.eventStops());
        assertEquals(Optional.of(at(10)), playback.stopAfter(at(5)));
        assertEquals(Optional.of(at(5)), playback.stopBefore(at(10)));
        assertEquals(Optional.empty(), playback.eventAfter(at(10)));
        assertEquals(Optional.of(at(5)), playback.eventBefore(at(10)));
    }

    @Test
    void anEventIsShownFromTheMomentOnAtWhichItWasTold() {
        assertEquals(List.of(TYPED), playback.eventsUntil(at(9.9)));
        assertEquals(List.of(TYPED, STOPPED), playback.eventsUntil(at(10)));
    }

    @Test
    void anEventOfTheSameMillisecondAsItsChangeIsToldWithIt() {
        var event = new Event(
                at(10).plusNanos(400_000),
                STOPPED.kind(),
                STOPPED.effect(),
                STOPPED.nodes(),
                STOPPED.text(),
                STOPPED.source());

        var playback =
                Playback.of(series(), List.of(event), Instant.MIN, Instant.MAX).orElseThrow();

        assertEquals(List.of(event), playback.eventsAt(at(10)));
    }

    @Test
    void whatDiffersAtAStopIsSaidInWords() {
        var texts = playback.differencesAt(at(10)).stream()
                .map(FactDifference::text)
                .toList();

        assertTrue(
                texts.contains("pg-1: standby, timeline 1, streaming from pg-0 → does not answer: connection refused"),
                texts::toString);
        assertTrue(texts.contains("pgpool-2 on pg-1: up, standby → down, standby"), texts::toString);
        assertEquals(List.of(), playback.differencesAt(at(5)));
    }

    @Test
    void itIsKnownWhenNobodyWatched() {
        assertTrue(playback.isWatched(at(26)));
        assertFalse(playback.isWatched(at(35)));
        assertEquals(Optional.of(at(40)), playback.watchedAfter(at(35)));
    }

    @Test
    void aSpanHoldsOnlyWhatIsInIt() {
        var part = Playback.of(series(), List.of(TYPED, STOPPED), at(6), at(15)).orElseThrow();

        assertEquals(at(6), part.from());
        assertEquals(at(15), part.to());
        assertEquals(List.of(at(10)), part.stops());
        assertTrue(Playback.of(series(), List.of(), at(27), at(39)).isEmpty());
    }

    @Test
    void theSnapshotsBeforeAMomentAreThoseOfTheSpan() {
        assertEquals(4, playback.leadingTo(at(13), Duration.ofSeconds(3)).size());
        assertEquals(
                List.of(at(14), at(15)),
                playback.between(at(13), at(15)).stream()
                        .map(record -> record.state().at())
                        .toList());
    }
}
