package org.pgpoollab.playback;

import java.time.Instant;
import org.pgpoollab.cluster.Observed;

/** Reads what {@link DeltaWriter} wrote. */
record DeltaReader(FieldReader in, Instant at) {

    <T> Observed<T> observed(Observed<T> before, FieldCodec<T> codec) {
        return switch (FactChange.of(in.number())) {
            case NONE -> before;
            case SEEN_AGAIN -> again(before);
            case SEEN -> seen(codec);
            case UNREACHABLE -> unreachable();
            case UNKNOWN -> Observed.unknown(in.text());
        };
    }

    private <T> Observed<T> again(Observed<T> before) {
        var value = before.value().orElseThrow(() -> new DamagedSnapshotException("a value is missing"));
        return Observed.seen(value, back());
    }

    private <T> Observed<T> seen(FieldCodec<T> codec) {
        var seenAt = back();
        return Observed.seen(codec.read(in), seenAt);
    }

    private <T> Observed<T> unreachable() {
        var since = back();
        return Observed.unreachable(in.text(), since);
    }

    <T> T plain(T before, FieldCodec<T> codec) {
        return in.bit() ? before : codec.read(in);
    }

    private Instant back() {
        return Instant.ofEpochMilli(at.toEpochMilli() - in.number());
    }
}
