package org.pgpoollab.report;

import org.pgpoollab.cluster.BackendView;

/** What a pgpool believes of a backend, as a cell. */
public final class BackendCell {

    private BackendCell() {}

    /** Pgpool-II's own word with the glyph that fits: {@code ● up}, {@code ✗ down}, {@code ▲ quarantine}. */
    public static Cell status(String word) {
        return switch (word) {
            case "up", "waiting" -> Cell.marked(Tone.GOOD, word);
            case "down" -> Cell.marked(Tone.BAD, word);
            default -> Cell.marked(Tone.WARN, word);
        };
    }

    /** Status and role in one cell: {@code ● up primary}, {@code ✗ down standby !} where others see it otherwise. */
    public static Cell belief(BackendView view, boolean disagrees) {
        var status = status(view.status());
        return Cell.marked(status.tone(), view.status() + " " + view.role() + (disagrees ? " !" : ""));
    }
}
