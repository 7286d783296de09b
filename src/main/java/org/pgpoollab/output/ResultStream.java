package org.pgpoollab.output;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.pgpoollab.Reason;

/** A stream for results, buffered until it is flushed. Other than a {@link PrintStream} it knows why it could not be written. */
public final class ResultStream extends PrintStream {

    private static final int BUFFER = 1 << 16;

    private final FailureRecorder recorder;

    public ResultStream(OutputStream file, Charset charset) {
        this(new FailureRecorder(file), charset);
    }

    private ResultStream(FailureRecorder recorder, Charset charset) {
        super(new BufferedOutputStream(recorder, BUFFER), false, charset);
        this.recorder = recorder;
    }

    /** Returns why the stream could not be written: {@code No space left on device}; empty if nothing failed, or the reader went away. */
    String failure() {
        return recorder.failure;
    }

    private static final class FailureRecorder extends FilterOutputStream {

        private static final String READER_GONE = "Broken pipe";

        private volatile String failure = "";

        FailureRecorder(OutputStream file) {
            super(file);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                var reason = Reason.of(e);
                failure = reason.contains(READER_GONE) ? "" : reason;
                throw e;
            }
        }
    }
}
