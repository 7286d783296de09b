package org.pgpoollab.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.NOW;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each seed always yields the same snapshots. */
class SnapshotCodecTest {

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsWrittenIsRead(int seed) {
        var snapshots = new RandomSnapshots(seed);
        var before = SnapshotCodec.blank(snapshots.lab());

        for (var second = 0; second < 10; second++) {
            var next = snapshots.next(before, NOW.plusSeconds(second));

            var read = SnapshotCodec.read(SnapshotCodec.write(next, before), before);

            assertEquals(next, read);
            before = next;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damagedBytesAreRefusedOrReadAsAnotherSnapshotAndNothingElse(int seed) {
        var snapshots = new RandomSnapshots(seed);
        var blank = SnapshotCodec.blank(snapshots.lab());
        var bytes = SnapshotCodec.write(snapshots.next(blank, NOW), blank);
        var random = new Random(seed);

        for (var attempt = 0; attempt < 100; attempt++) {
            var damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            for (var left = random.nextInt(4); left > 0 && damaged.length > 0; left--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                SnapshotCodec.read(damaged, blank);
            } catch (DamagedSnapshotException expected) {
                // Any other exception fails the test.
            }
        }
    }
}
