package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.pgpoollab.journal.RecordedLabReader;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.screen.PlaybackViews;
import org.pgpoollab.screen.Theme;
import org.pgpoollab.topology.LabDirectory;

/** Measures the playback of what was kept of a lab, as src/bench/playback does: {@code PlaybackCost DIRECTORY-OF-LAB}. */
final class PlaybackCost {

    private static final int COLUMNS = 120;
    private static final int ROWS = 36;
    private static final int JUMPS = 300;

    private final Playback playback;
    private PlaybackState state;

    private PlaybackCost(Playback playback) {
        this.playback = playback;
        this.state =
                PlaybackState.of(playback, PlaybackViews.at(playback, playback.from(), ZoneOffset.UTC, Theme.dark()));
    }

    public static void main(String[] words) {
        var directory = new LabDirectory(Path.of(words[0]));
        var began = System.nanoTime();
        var recorded = RecordedLabReader.read("measured", directory);
        var playback = recorded.span(Instant.MIN, Instant.MAX).orElseThrow();
        var opened = System.nanoTime() - began;
        var span = Duration.between(playback.from(), playback.to());
        var hours = span.toMillis() / 3_600_000.0;
        System.out.printf(
                "| %.1f minutes, %d snapshots, %d stops | %.2f MB an hour | open %d ms |%n",
                span.toMillis() / 60_000.0,
                recorded.series().moments().size(),
                playback.stops().size(),
                bytes(directory.snapshots()) / 1e6 / hours,
                opened / 1_000_000);
        new PlaybackCost(playback).measure();
    }

    private static long bytes(Path directory) {
        try (var files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measure() {
        var stops = playback.stops();
        tell("steps forward", stops);
        var back = new ArrayList<>(stops);
        Collections.reverse(back);
        tell("steps back", back);
        var random = new Random(1);
        tell("jumps", random.ints(JUMPS, 0, stops.size()).mapToObj(stops::get).toList());
    }

    private void tell(String what, List<Instant> moments) {
        var took = moments.stream().mapToLong(this::step).sorted().toArray();
        System.out.printf(
                "| %s | %d | median %.1f ms | 99 %% %.1f ms | longest %.1f ms |%n",
                what,
                took.length,
                took[took.length / 2] / 1e6,
                took[took.length * 99 / 100] / 1e6,
                took[took.length - 1] / 1e6);
    }

    /** Goes to a moment and draws it, as a key does. Returns nanoseconds. */
    private long step(Instant moment) {
        var began = System.nanoTime();
        state = state.at(moment);
        state.picture(COLUMNS, ROWS);
        return System.nanoTime() - began;
    }
}
