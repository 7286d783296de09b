package org.pgpoollab.command;

import java.nio.file.Path;
import java.util.Map;
import org.pgpoollab.LabException;

/** Where this user's labs and history are kept, by the XDG base directory specification: the program's own directory in it. */
public final class StateHome {

    private StateHome() {}

    /**
     * {@code $XDG_STATE_HOME/pgpool-lab}, or {@code $HOME/.local/state/pgpool-lab}. Relative values do not count, as the
     * specification has it.
     *
     * @throws LabException if the environment names neither
     */
    public static Path of(Map<String, String> environment) {
        var state = environment.getOrDefault("XDG_STATE_HOME", "");
        if (state.startsWith("/")) {
            return Path.of(state, "pgpool-lab");
        }
        var home = environment.getOrDefault("HOME", "");
        if (home.startsWith("/")) {
            return Path.of(home, ".local", "state", "pgpool-lab");
        }
        throw LabException.missing(
                "There is no place to keep a lab",
                "neither HOME nor XDG_STATE_HOME is set to an absolute path",
                "export HOME=/path/to/your/home");
    }
}
