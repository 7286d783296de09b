package org.pgpoollab.console;

import java.util.Map;
import org.pgpoollab.engine.ShellQuoting;

/** How this program was started, so that it can be told how to start it again. */
public final class LaunchCommand {

    /** Set by the launcher. */
    static final String COMMAND = "PGPOOL_LAB_COMMAND";

    private static final String USUAL = "./pgpool-lab";

    private LaunchCommand() {}

    /** {@code ./pgpool-lab}, or whatever path was typed, quoted if a shell needs it. */
    public static String as(Map<String, String> environment) {
        var typed = environment.getOrDefault(COMMAND, "");
        return typed.isEmpty() ? USUAL : ShellQuoting.quote(typed);
    }
}
