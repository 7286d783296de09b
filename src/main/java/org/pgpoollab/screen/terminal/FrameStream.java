package org.pgpoollab.screen.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Collects the bytes of a frame and writes them in one piece at each flush. It is used by one thread at a time. */
final class FrameStream extends OutputStream {

    private final OutputStream tty;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream(1 << 13);
    private final AtomicLong written = new AtomicLong();

    FrameStream(OutputStream tty) {
        this.tty = tty;
    }

    /** Returns the number of bytes written so far. */
    long written() {
        return written.get();
    }

    @Override
    public void write(int one) {
        frame.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        frame.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        if (frame.size() == 0) {
            return;
        }
        var bytes = frame.toByteArray();
        frame.reset();
        try {
            tty.write(bytes);
            tty.flush();
        } catch (IllegalStateException closed) {
            throw new IOException(closed);
        }
        written.addAndGet(bytes.length);
    }
}
