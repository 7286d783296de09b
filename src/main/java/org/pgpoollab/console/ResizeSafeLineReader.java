package org.pgpoollab.console;

import org.jline.reader.MaskingCallback;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/**
 * A JLine line editor whose line stays intact if the terminal is resized while it is drawn or as it is ended. JLine 3.30 handles a
 * resize without the lock that it holds while drawing, so both write at the same time, and one that comes as Enter is typed draws
 * the line once more, into what the command prints. It also tells whether a pre-filled line was only edited.
 */
final class ResizeSafeLineReader extends LineReaderImpl {

    private volatile boolean wasEmpty;

    ResizeSafeLineReader(Terminal terminal) {
        super(terminal, "pgpool-lab", null);
    }

    /** Reads a line that may be pre-filled. */
    String readLine(String prompt, String begun) {
        wasEmpty = false;
        return readLine(prompt, null, (MaskingCallback) null, begun);
    }

    /** Whether the line that was read last was empty at some time, so that nothing of a pre-filled text is in it. */
    boolean wasEmpty() {
        return wasEmpty;
    }

    @Override
    protected void redisplay(boolean flush) {
        wasEmpty |= buf.length() == 0;
        super.redisplay(flush);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    protected void handleSignal(Terminal.Signal signal) {
        lock.lock();
        try {
            if (reading) {
                super.handleSignal(signal);
            }
        } finally {
            lock.unlock();
        }
    }
}
