package org.pgpoollab.playback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Writes values one after another in few bytes: numbers in the fewest bytes that hold them, times to the millisecond. {@link FieldReader}
 * reads them in the same order. Not thread-safe.
 */
final class FieldWriter {

    private byte[] bytes = new byte[512];
    private int size;

    FieldWriter bit(boolean value) {
        put(value ? 1 : 0);
        return this;
    }

    /** Writes a number: seven bits in each byte, the lowest first. Small negative numbers are as short as small positive ones. */
    FieldWriter number(long value) {
        var rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            put((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        put((int) rest);
        return this;
    }

    FieldWriter text(String value) {
        var encoded = value.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
        return this;
    }

    FieldWriter word(Enum<?> constant) {
        return text(constant.name());
    }

    FieldWriter time(Instant value) {
        return number(FieldTime.milliseconds(value));
    }

    FieldWriter span(Duration value) {
        return number(value.toNanos());
    }

    <T> FieldWriter list(List<T> values, FieldCodec<T> codec) {
        number(values.size());
        values.forEach(value -> codec.write(value, this));
        return this;
    }

    <T> FieldWriter with(T value, FieldCodec<T> codec) {
        codec.write(value, this);
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void put(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
