package org.pgpoollab.console;

import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/**
 * JLine's line editor, whose line stays whole when the terminal changes its size while it is drawn: JLine 3.30 answers to that without
 * the lock that it draws with, so that both write at the same time.
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
