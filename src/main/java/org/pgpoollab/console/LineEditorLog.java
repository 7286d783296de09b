package org.pgpoollab.console;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Silences JLine's own log, which writes stack traces to standard error, for example for a TERM that terminfo does not know, or for a
 * closed terminal.
 */
public final class LineEditorLog {

    /** Held strongly: without a reference the logger is collected and its level is lost. */
    private static final Logger LOG = Logger.getLogger("org.jline");

    private LineEditorLog() {}

    /** Silences the log until the end of the process. */
    public static void keepQuiet() {
        LOG.setLevel(Level.OFF);
    }
}
