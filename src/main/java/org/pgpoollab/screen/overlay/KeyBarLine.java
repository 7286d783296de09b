package org.pgpoollab.screen.overlay;

import java.util.Set;
import org.pgpoollab.screen.keys.KeyAction;
import org.pgpoollab.screen.keys.KeyBindings;
import org.pgpoollab.screen.keys.KeyContext;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.Picture;

/** Draws the key bar at the bottom of the screen. */
public final class KeyBarLine {

    private KeyBarLine() {}

    /**
     * Returns one row with as many hints as fit.
     *
     * @param idle the actions that would do nothing now
     */
    public static Picture picture(KeyContext context, Set<KeyAction> idle, int columns, OverlayStyles styles) {
        var canvas = new Canvas(columns, 1);
        canvas.fill(styles.normal());
        var column = columns > 40 ? 1 : 0;
        for (var hint : KeyBindings.bar(context, idle, columns - column)) {
            var behind = canvas.write(column, 0, hint.keys(), styles.title());
            column = canvas.write(behind + 1, 0, hint.text(), styles.dim()) + 2;
        }
        return canvas.picture();
    }
}
