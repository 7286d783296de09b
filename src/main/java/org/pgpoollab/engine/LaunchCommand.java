package org.pgpoollab.engine;

import java.util.Map;

/** Returns how this program was called, for messages that suggest calling it again. */
public final class LaunchCommand {

    /** What a clone's user types; texts that are written into classes name the program so. */
    public static final String USUAL = "./pgpool-lab";

    /** The environment variable in which the launcher passes what was typed to start it. */
    private static final String COMMAND = "PGPOOL_LAB_COMMAND";

    private LaunchCommand() {}

    /** Returns {@code ./pgpool-lab}, or what was typed, quoted if a shell needs it. */
    public static String as(Map<String, String> environment) {
        var typed = environment.getOrDefault(COMMAND, "");
        return typed.isEmpty() ? USUAL : ShellQuoting.quote(typed);
    }

    /** Returns how this process was called. */
    public static String ofProcess() {
        return as(System.getenv());
    }
}
