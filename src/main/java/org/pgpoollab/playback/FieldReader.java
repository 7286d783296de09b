package org.pgpoollab.playback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link FieldWriter} wrote. No input makes it take more memory than a few times its own size. Not thread-safe. */
final class FieldReader {

    private final byte[] bytes;
    private int place;

    FieldReader(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    boolean bit() {
        return next() != 0;
    }

    long number() {
        var value = 0L;
        for (var shift = 0; shift < 64; shift += 7) {
            var next = next();
            value |= (long) (next & 0x7f) << shift;
            if ((next & 0x80) == 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new DamagedSnapshotException("a number has too many bytes");
    }

    /** Reads a number that has to fit into 32 bits. */
    int whole() {
        var value = number();
        if (value != (int) value) {
            throw new DamagedSnapshotException("a number is too large");
        }
        return (int) value;
    }

    String text() {
        var length = count();
        var text = new String(bytes, place, length, StandardCharsets.UTF_8);
        place += length;
        return text;
    }

    <E extends Enum<E>> E word(Class<E> type) {
        var name = text();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new DamagedSnapshotException("an unknown word");
        }
    }

    Instant time() {
        return FieldTime.time(number());
    }

    Duration span() {
        return Duration.ofNanos(number());
    }

    <T> List<T> list(FieldCodec<T> codec) {
        var count = count();
        var values = new ArrayList<T>();
        for (var index = 0; index < count; index++) {
            values.add(codec.read(this));
        }
        return values;
    }

    <T> T with(FieldCodec<T> codec) {
        return codec.read(this);
    }

    boolean isAtEnd() {
        return place == bytes.length;
    }

    /** Reads how many bytes or values follow. Each value has at least one byte, so there are no more than bytes are left. */
    private int count() {
        var count = number();
        if (count < 0 || count > bytes.length - place) {
            throw new DamagedSnapshotException("a text or a list is longer than all that is left");
        }
        return (int) count;
    }

    private int next() {
        if (isAtEnd()) {
            throw new DamagedSnapshotException("it ends too early");
        }
        return bytes[place++] & 0xff;
    }
}
