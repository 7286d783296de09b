package org.pgpoollab.console;

import java.util.logging.Level;
import java.util.logging.Logger;

/** JLine's own log, which goes to standard error with stack traces: of a TERM that terminfo does not know, of a terminal that was closed. */
final class LineEditorLog {

    /** Kept, or it would be forgotten that it is off. */
    private static final Logger LOG = Logger.getLogger("org.jline");

    private LineEditorLog() {}

    static void keepQuiet() {
        LOG.setLevel(Level.OFF);
    }
}
