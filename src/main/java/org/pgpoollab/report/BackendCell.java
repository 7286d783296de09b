package org.pgpoollab.report;

import org.pgpoollab.cluster.BackendView;

/** Formats what a pgpool believes of a backend as a cell. */
public final class BackendCell {

    private BackendCell() {}

    /** Returns Pgpool-II's own status word with its glyph: {@code ● up}, {@code ✗ down}, {@code ▲ quarantine}. */
    public static ReportCell status(String word) {
        return switch (word) {
            case "up", "waiting" -> ReportCell.marked(Tone.GOOD, word);
            case "down" -> ReportCell.marked(Tone.BAD, word);
            default -> ReportCell.marked(Tone.WARN, word);
        };
    }

    /** Returns status and role: {@code ● up primary}, {@code ○ up standby}, {@code ✗ down standby !} if others see it differently. */
    public static ReportCell belief(BackendView view, boolean disagrees) {
        return ReportCell.marked(tone(view), view.status() + " " + view.role() + (disagrees ? " !" : ""));
    }

    private static Tone tone(BackendView view) {
        return view.isUp() && !view.role().equals("primary")
                ? Tone.FOLLOWS
                : status(view.status()).tone();
    }
}
