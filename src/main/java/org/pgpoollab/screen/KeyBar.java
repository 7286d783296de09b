package org.pgpoollab.screen;

import java.util.List;
import org.pgpoollab.screen.picture.Canvas;

/** The last line: which keys do what, as many as there is room for, and at its right end what must stay in sight. */
record KeyBar(View view) {

    private record Hint(String key, String does) {}

    private static final List<Hint> HINTS = List.of(
            new Hint("F1", "help"),
            new Hint("F2", "grid/log/both"),
            new Hint("F3", "events"),
            new Hint("PgUp/PgDn", "scroll"),
            new Hint("Tab", "complete"),
            new Hint("^R", "history"),
            new Hint("^C", "stop command"),
            new Hint("^D", "leave (lab keeps running)"));

    void paint(Canvas canvas) {
        var theme = view.theme();
        var status = theme.shown(status());
        var room = canvas.columns() - (status.isEmpty() ? 1 : Clip.width(status, theme) + 3);
        var column = 1;
        for (var hint : HINTS) {
            var end = column + hint.key().length() + 1 + hint.does().length();
            if (end > room) {
                break;
            }
            canvas.write(column, 0, hint.key(), theme.dress(Meaning.KEY));
            canvas.write(column + hint.key().length() + 1, 0, hint.does(), theme.dress(Meaning.KEY_TEXT));
            column = end + 2;
        }
        if (!status.isEmpty()) {
            var text = Clip.to(" " + status + " ", canvas.columns(), theme);
            canvas.write(canvas.columns() - Clip.width(text, theme), 0, text, theme.dress(Meaning.MESSAGE));
        }
    }

    /** {@code recording · 12 lines back}; empty if there is nothing to say. */
    private String status() {
        var back = view.promptBack() == 0
                ? ""
                : view.promptBack() + (view.promptBack() == 1 ? " line back" : " lines back");
        return view.message().isEmpty() || back.isEmpty() ? view.message() + back : view.message() + " · " + back;
    }
}
