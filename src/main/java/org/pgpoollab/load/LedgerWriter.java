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
 * Writes the ledger of one run. The kernel has each entry before the call returns, so that it survives the death of this process. All
 * clients share it, so their entries have one order and one clock.
 */
final class LedgerWriter implements AutoCloseable {

    private final OutputStream file;
    private final LongSupplier nanoTime;
    private final long began;
    private boolean isBroken;
    private final ByteBuffer bytes = ByteBuffer.allocate(LedgerEntry.BYTES);

    /**
     * @param nanoTime a monotonic clock; the run begins now
     * @throws UncheckedIOException if the disk is full, or the run has a ledger already
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

    /** @throws UncheckedIOException if the entry could not be written completely: the run must end */
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

    /** Writes nothing after a failed write: a torn entry must stay the last one, because no entry after it could be read. */
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
