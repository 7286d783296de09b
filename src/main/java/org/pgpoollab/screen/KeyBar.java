package org.pgpoollab.screen;

import java.util.List;
import org.pgpoollab.screen.picture.Canvas;

/** The last line: which keys do what, in as many words as there is room for, and at its right end what must stay in sight. */
record KeyBar(View view) {

    private static final int GAP = 2;

    private record Hint(String key, String does) {
        int columns() {
            return key.length() + 1 + does.length();
        }
    }

    private static final Hint HELP = new Hint("F1", "help");
    private static final Hint MODE = new Hint("F2", "grid/log/both");
    private static final Hint MODE_BRIEFLY = new Hint("F2", "view");
    private static final Hint EVENTS = new Hint("F3", "events");
    private static final Hint SCROLL = new Hint("PgUp/PgDn", "scroll");
    private static final Hint COMPLETE = new Hint("Tab", "complete");
    private static final Hint HISTORY = new Hint("^R", "history");
    private static final Hint STOP = new Hint("^C", "stop command");
    private static final Hint STOP_BRIEFLY = new Hint("^C", "stop");
    private static final Hint LEAVE = new Hint("^D", "leave (lab keeps running)");
    private static final Hint LEAVE_BRIEFLY = new Hint("^D", "leave");

    /** From wide to narrow: the first set that fits is shown. */
    private static final List<List<Hint>> NARROWING = List.of(
            List.of(HELP, MODE, EVENTS, SCROLL, COMPLETE, HISTORY, STOP, LEAVE),
            List.of(HELP, MODE, EVENTS, SCROLL, COMPLETE, HISTORY, STOP, LEAVE_BRIEFLY),
            List.of(HELP, MODE_BRIEFLY, EVENTS, SCROLL, COMPLETE, STOP_BRIEFLY, LEAVE_BRIEFLY),
            List.of(HELP, MODE_BRIEFLY, EVENTS, SCROLL, STOP_BRIEFLY, LEAVE_BRIEFLY),
            List.of(HELP, MODE_BRIEFLY, EVENTS, STOP_BRIEFLY, LEAVE_BRIEFLY),
            List.of(HELP, LEAVE_BRIEFLY),
            List.of(HELP),
            List.of());

    void paint(Canvas canvas) {
        var theme = view.theme();
        var status = theme.shown(status());
        var room = canvas.columns() - (status.isEmpty() ? 1 : Clip.width(status, theme) + 3);
        var column = 1;
        for (var hint : fitting(room)) {
            canvas.write(column, 0, hint.key(), theme.dress(Meaning.KEY));
            canvas.write(column + hint.key().length() + 1, 0, hint.does(), theme.dress(Meaning.KEY_TEXT));
            column += hint.columns() + GAP;
        }
        if (!status.isEmpty()) {
            var text = Clip.to(" " + status + " ", canvas.columns(), theme);
            canvas.write(canvas.columns() - Clip.width(text, theme), 0, text, theme.dress(Meaning.MESSAGE));
        }
    }

    private static List<Hint> fitting(int room) {
        return NARROWING.stream()
                .filter(set ->
                        set.stream().mapToInt(hint -> hint.columns() + GAP).sum() - GAP < room)
                .findFirst()
                .orElse(List.of());
    }

    /** {@code recording · 12 lines back}; empty if there is nothing to say. */
    private String status() {
        var back = view.promptBack() == 0
                ? ""
                : view.promptBack() + (view.promptBack() == 1 ? " line back" : " lines back");
        return view.message().isEmpty() || back.isEmpty() ? view.message() + back : view.message() + " · " + back;
    }
}
