package org.pgpoollab.report;

import org.pgpoollab.cluster.BackendView;

/** What a pgpool believes of a backend, as a cell. */
public final class BackendCell {

    private BackendCell() {}

    /** Pgpool-II's own word with the glyph that fits: {@code ● up}, {@code ✗ down}, {@code ▲ quarantine}. */
    public static ReportCell status(String word) {
        return switch (word) {
            case "up", "waiting" -> ReportCell.marked(Tone.GOOD, word);
            case "down" -> ReportCell.marked(Tone.BAD, word);
            default -> ReportCell.marked(Tone.WARN, word);
        };
    }

    /** Status and role in one cell: {@code ● up primary}, {@code ○ up standby}, {@code ✗ down standby !} where others see it otherwise. */
    public static ReportCell belief(BackendView view, boolean disagrees) {
        return ReportCell.marked(tone(view), view.status() + " " + view.role() + (disagrees ? " !" : ""));
    }

    private static Tone tone(BackendView view) {
        return view.isUp() && !view.role().equals("primary")
                ? Tone.FOLLOWS
                : status(view.status()).tone();
    }
}
