package org.pgpoollab.playback;

import java.time.Instant;
import org.pgpoollab.cluster.Observed;

/**
 * Writes facts as what differs from the facts before.
 *
 * @param at the time of the snapshot, from which the times of facts are counted back
 */
record DeltaWriter(FieldWriter out, Instant at) {

    <T> void observed(Observed<T> fact, Observed<T> before, FieldCodec<T> codec) {
        if (fact.equals(before)) {
            out.number(FactChange.NONE.code());
            return;
        }
        if (fact instanceof Observed.Seen<T> seen) {
            var isAgain = before.value().filter(seen.fact()::equals).isPresent();
            out.number((isAgain ? FactChange.SEEN_AGAIN : FactChange.SEEN).code());
            back(seen.at());
            if (!isAgain) {
                codec.write(seen.fact(), out);
            }
            return;
        }
        if (fact instanceof Observed.Unreachable<T> silence) {
            out.number(FactChange.UNREACHABLE.code());
            back(silence.since());
            out.text(silence.reason());
            return;
        }
        out.number(FactChange.UNKNOWN.code()).text(fact.reason());
    }

    <T> void plain(T value, T before, FieldCodec<T> codec) {
        var isSame = value.equals(before);
        out.bit(isSame);
        if (!isSame) {
            codec.write(value, out);
        }
    }

    private void back(Instant time) {
        out.number(at.toEpochMilli() - time.toEpochMilli());
    }
}
