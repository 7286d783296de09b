package org.pgpoollab.console;

import java.util.Map;
import org.pgpoollab.engine.ShellQuoting;

/** Returns how this program was called, for messages that suggest calling it again. */
public final class LaunchCommand {

    /** The environment variable in which the launcher passes its own name. */
    static final String COMMAND = "PGPOOL_LAB_COMMAND";

    private static final String USUAL = "./pgpool-lab";

    private LaunchCommand() {}

    /** Returns {@code ./pgpool-lab}, or the path that was typed, quoted if a shell needs it. */
    public static String as(Map<String, String> environment) {
        var typed = environment.getOrDefault(COMMAND, "");
        return typed.isEmpty() ? USUAL : ShellQuoting.quote(typed);
    }
}
