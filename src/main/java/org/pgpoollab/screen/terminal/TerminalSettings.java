package org.pgpoollab.screen.terminal;

import java.util.Map;
import java.util.regex.Pattern;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;

/**
 * How the terminal was set when the launcher found it, by {@code stty -g}. JLine restores all of it but the speed, which it sets to
 * zero: no matter in a window, but a serial line hangs up on it.
 */
final class TerminalSettings {

    private static final String FOUND = "PGPOOL_LAB_STTY";
    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]+(:[0-9a-f]+)+");

    private TerminalSettings() {}

    /** Sets it so again; does nothing if the launcher left no word. */
    static void restore(Map<String, String> environment) {
        var found = environment.getOrDefault(FOUND, "");
        if (!WRITTEN.matcher(found).matches()) {
            return;
        }
        try {
            new ProcessShell().interact(Command.of("sh", "-c", "stty \"$1\" 2>/dev/null", "sh", found));
        } catch (LabException e) {
            // There is no stty: all but the speed is restored.
        }
    }
}
