package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.impl.LineDisciplineTerminal;

/**
 * The terminal that programs in the prompt's pane use. It does not echo what is typed while no program reads, because JLine's line
 * discipline would echo the escape sequences of cursor keys. Of the keys that raise a signal only ^C is enabled.
 */
final class PaneTerminal extends LineDisciplineTerminal {

    private static final String TYPE = "xterm-256color";
    private static final int NO_KEY = 0x1_0000;
    private static final long NO_WAIT_MILLIS = 1;

    PaneTerminal(OutputStream output) throws IOException {
        super("pane", TYPE, output, StandardCharsets.UTF_8, SignalHandler.SIG_IGN);
        var manners = new Attributes(getAttributes());
        manners.setLocalFlag(LocalFlag.ECHO, false);
        manners.setControlChar(ControlChar.VQUIT, NO_KEY);
        manners.setControlChar(ControlChar.VSUSP, NO_KEY);
        manners.setControlChar(ControlChar.VSTATUS, NO_KEY);
        setAttributes(manners);
    }

    /** Tells whether ^C raises a signal now instead of being read as a character. */
    boolean raisesSignals() {
        return getAttributes().getLocalFlag(LocalFlag.ISIG);
    }

    /** Tells whether the reader gets each key at once, as a line editor does. */
    boolean editsLine() {
        return !getAttributes().getLocalFlag(LocalFlag.ICANON);
    }

    /** Does nothing. An echo would appear on the line of the next prompt, which the line editor takes for empty. */
    @Override
    protected void echoSignal(Signal signal) {}

    /** Discards typed keys that were not read yet. */
    void discardTypeAhead() throws IOException {
        while (slaveInput.available() > 0) {
            slaveInput.read(NO_WAIT_MILLIS);
        }
    }
}
