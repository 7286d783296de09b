package org.pgpoollab.load;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Writes the ledger of one run. An entry is with the kernel before the call returns, so that it outlives this process whatever happens
 * to it. Used by all clients at a time, who thereby agree on the order and on the time of what they note.
 */
final class LedgerWriter implements AutoCloseable {

    private final OutputStream file;
    private final LongSupplier nanoTime;
    private final long began;
    private boolean isBroken;
    private final ByteBuffer bytes = ByteBuffer.allocate(LedgerEntry.BYTES);

    /**
     * @param nanoTime a clock that is never set; the run begins now
     * @throws UncheckedIOException if there is no room, or the run has a ledger already
     */
    LedgerWriter(Path path, LedgerHead head, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
        try {
            this.file = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
            this.file.write(head.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void sent(int client, int number) {
        note(LedgerEntry.What.SENT, LedgerEntry.NOBODY, client, number, 0, SqlFailure.NONE);
    }

    /** @throws UncheckedIOException if it could not be noted, wholly or in part: the run must end */
    synchronized void note(
            LedgerEntry.What what, int node, int client, int number, long tookNanos, SqlFailure trouble) {
        var at = TimeUnit.NANOSECONDS.toMicros(nanoTime.getAsLong() - began);
        var took = (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMicros(tookNanos));
        bytes.clear();
        new LedgerEntry(what, node, client, number, at, took, trouble).write(bytes);
        try {
            writeOrBreak();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is torn must stay the end: after it nothing could be read. */
    private void writeOrBreak() throws IOException {
        if (isBroken) {
            throw new IOException("an entry before this one could not be written");
        }
        isBroken = true;
        file.write(bytes.array());
        isBroken = false;
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
