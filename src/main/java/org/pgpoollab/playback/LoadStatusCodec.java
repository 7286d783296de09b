package org.pgpoollab.playback;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.load.LoadStatus.Beat;

/** The fields of a load's status. Of its seconds only those are written that the status before has not. */
final class LoadStatusCodec {

    private static final FieldCodec<Beat> BEAT = FieldCodec.of(
            (beat, out) -> out.number(beat.acknowledged()).number(beat.failed()),
            in -> new Beat(in.whole(), in.whole()));

    private LoadStatusCodec() {}

    /** @param before the seconds of the status that was written before this one */
    static void write(LoadStatus status, List<Beat> before, FieldWriter out) {
        var fresh = fresh(status.beats(), before);
        out.time(status.at())
                .time(status.began())
                .number(status.shape().clients())
                .number(status.shape().writes())
                .number(status.shape().reads())
                .number(status.acknowledged())
                .number(status.failed())
                .span(status.p50())
                .span(status.p95())
                .number(status.reads())
                .number(status.total())
                .number(status.failures())
                .span(status.gap())
                .span(status.longestGap())
                .number(status.beats().size() - fresh.size())
                .list(fresh, BEAT)
                .text(status.words());
    }

    static LoadStatus read(List<Beat> before, FieldReader in) {
        return new LoadStatus(
                in.time(),
                in.time(),
                new LoadShape(in.whole(), in.whole(), in.whole()),
                in.whole(),
                in.whole(),
                in.span(),
                in.span(),
                in.whole(),
                in.number(),
                in.number(),
                in.span(),
                in.span(),
                beats(before, in),
                in.text());
    }

    private static List<Beat> beats(List<Beat> before, FieldReader in) {
        var kept = in.whole();
        if (kept < 0 || kept > before.size()) {
            throw new DamagedSnapshotException("a load has more seconds than are known");
        }
        var beats = new ArrayList<>(before.subList(before.size() - kept, before.size()));
        beats.addAll(in.list(BEAT));
        return beats;
    }

    /** Returns the newest seconds: the fewest without which the others are the end of those before. */
    private static List<Beat> fresh(List<Beat> beats, List<Beat> before) {
        for (var count = 0; count < beats.size(); count++) {
            var kept = beats.size() - count;
            if (kept <= before.size()
                    && beats.subList(0, kept).equals(before.subList(before.size() - kept, before.size()))) {
                return beats.subList(kept, beats.size());
            }
        }
        return beats;
    }
}
