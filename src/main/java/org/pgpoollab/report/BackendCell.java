package org.pgpoollab.report;

import org.pgpoollab.cluster.BackendStatus;
import org.pgpoollab.cluster.BackendView;

/** Formats what a pgpool believes of a backend as a cell. */
public final class BackendCell {

    private BackendCell() {}

    /** Returns Pgpool-II's own status word with its glyph: {@code ● up}, {@code ✗ down}, {@code ▲ quarantine}. */
    public static ReportCell status(String word) {
        return ReportCell.marked(tone(BackendStatus.parse(word)), word);
    }

    private static Tone tone(BackendStatus status) {
        if (status.isUp()) {
            return Tone.GOOD;
        }
        return status == BackendStatus.DOWN ? Tone.BAD : Tone.WARN;
    }

    /** Returns status and role: {@code ● up primary}, {@code ○ up standby}, {@code ✗ down standby !} if others see it differently. */
    public static ReportCell belief(BackendView view, boolean disagrees) {
        return ReportCell.marked(tone(view), view.status() + " " + view.role() + (disagrees ? " !" : ""));
    }

    private static Tone tone(BackendView view) {
        return view.isUp() && !view.isPrimary() ? Tone.FOLLOWS : tone(view.status());
    }
}
