package org.pgpoollab.screen.terminal;

import java.util.Map;
import java.util.regex.Pattern;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;

/**
 * Restores the terminal settings that the launcher saved by {@code stty -g}. JLine restores all of them except the speed, which it
 * sets to zero: a terminal window ignores that, but a serial line hangs up.
 */
final class TerminalSettings {

    private static final String FOUND = "PGPOOL_LAB_STTY";
    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]+(:[0-9a-f]+)+");

    private TerminalSettings() {}

    /** Restores the settings; does nothing if the launcher saved none. */
    static void restore(Map<String, String> environment) {
        var found = environment.getOrDefault(FOUND, "");
        if (!WRITTEN.matcher(found).matches()) {
            return;
        }
        try {
            new ProcessShell().interact(Command.of("sh", "-c", "stty \"$1\" 2>/dev/null", "sh", found));
        } catch (LabException e) {
            // There is no stty: all settings except the speed are restored already.
        }
    }
}
