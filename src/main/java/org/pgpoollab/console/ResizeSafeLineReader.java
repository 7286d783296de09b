package org.pgpoollab.console;

import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/**
 * A JLine line editor whose line stays intact if the terminal is resized while it is drawn. JLine 3.30 handles a resize without the
 * lock that it holds while drawing, so both write at the same time.
 */
final class ResizeSafeLineReader extends LineReaderImpl {

    ResizeSafeLineReader(Terminal terminal) {
        super(terminal, "pgpool-lab", null);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    protected void handleSignal(Terminal.Signal signal) {
        lock.lock();
        try {
            super.handleSignal(signal);
        } finally {
            lock.unlock();
        }
    }
}
