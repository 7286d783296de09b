package org.pgpoollab.playback;

import static org.pgpoollab.cluster.Given.NOW;
import static org.pgpoollab.cluster.Given.healthy;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.timeline.Event.Effect;
import org.pgpoollab.timeline.Event.Kind;
import org.pgpoollab.timeline.Event.Source;

/** A playback for tests: 40 seconds in which the primary stops, pgpools notice, and a standby is promoted. */
public final class GivenPlayback {

    private GivenPlayback() {}

    /** Returns the bytes of a file with these snapshots. */
    public static byte[] file(List<ClusterState> states) {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new SegmentWriter(states.get(0).lab())) {
            bytes.writeBytes(writer.head());
            var thinning = new SnapshotThinning();
            for (var state : states) {
                var isChange = thinning.judge(state) == SnapshotThinning.Verdict.CHANGE;
                bytes.writeBytes(writer.record(new SnapshotRecord(state, List.of()), isChange));
            }
        }
        return bytes.toByteArray();
    }

    public static SnapshotSeries series(List<ClusterState> states) {
        return SnapshotSeries.of(Map.of("a", file(states)));
    }

    public static Instant at(double second) {
        return NOW.plusMillis(Math.round(1000 * second));
    }

    /** Returns one snapshot a second; nobody watches from second 30 to 37. */
    public static List<ClusterState> failover() {
        var states = new ArrayList<ClusterState>();
        for (var second = 0; second <= 40; second++) {
            if (second <= 30 || second >= 37) {
                states.add(state(second));
            }
        }
        return states;
    }

    private static ClusterState state(int second) {
        var lab = second < 16 ? healthy() : promoted();
        lab.after(Duration.ofSeconds(second));
        if (second >= 10) {
            lab.silent("pg-0", "connection refused", at(9.7)).notSentTo("pg-1").notSentTo("pg-2");
        }
        if (second >= 13) {
            lab.status("pgpool-0", "pg-0", "down").status("pgpool-1", "pg-0", "down");
        }
        return lab.state();
    }

    private static Given promoted() {
        return Given.given()
                .standby("pg-0")
                .primary("pg-1")
                .standby("pg-2")
                .timeline("pg-1", 2)
                .timeline("pg-2", 2)
                .pool("pgpool-0")
                .pool("pgpool-1")
                .pool("pgpool-2");
    }

    public static List<Event> events() {
        return List.of(
                event(9.2, Kind.COMMAND, Effect.CHANGE, "stop pg-0", Source.COMMAND),
                event(9.7, Kind.NODE, Effect.TROUBLE, "pg-0 stopped answering (connection refused)", Source.SEEN),
                event(12.8, Kind.BELIEF, Effect.CHANGE, "pgpool-0 and pgpool-1 now hold pg-0 down", Source.SEEN),
                event(
                        15.6,
                        Kind.ROLE,
                        Effect.RECOVERY,
                        "pg-1 was promoted, after 5.9 s without a primary",
                        Source.SEEN));
    }

    private static Event event(double second, Kind kind, Effect effect, String text, Source source) {
        return new Event(at(second), kind, effect, List.of(), text, source);
    }

    public static Playback playback() {
        return Playback.of(series(failover()), events(), Instant.MIN, Instant.MAX)
                .orElseThrow();
    }
}
