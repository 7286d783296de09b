package org.pgpoollab.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.pgpoollab.LabException;

/**
 * Reads the ledger of one run: a head and entries of fixed length, in the order in which they were written. Its writer may be killed at any
 * moment, so a torn entry at the end is ignored. The file is streamed, so its length does not matter.
 */
final class Ledger {

    private static final int AT_A_TIME = 4096;

    private final Path file;
    private final LedgerHead head;

    private Ledger(Path file, LedgerHead head) {
        this.file = file;
        this.head = head;
    }

    /** Opens a ledger; empty if the file is not a ledger or its head is incomplete. */
    static Optional<Ledger> open(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var bytes = ByteBuffer.allocate(LedgerHead.BYTES);
            fill(channel, bytes);
            return LedgerHead.read(bytes.array()).map(head -> new Ledger(file, head));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    LedgerHead head() {
        return head;
    }

    /** Calls the reader for every complete entry. */
    void forEach(Consumer<LedgerEntry> reader) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(LedgerHead.BYTES);
            var bytes = ByteBuffer.allocate(AT_A_TIME * LedgerEntry.BYTES);
            while (fill(channel, bytes)) {
                bytes.flip();
                while (bytes.remaining() >= LedgerEntry.BYTES) {
                    reader.accept(LedgerEntry.read(bytes));
                }
                bytes.compact();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw LabException.failed(
                    "the ledger " + file + " cannot be read to its end", String.valueOf(e.getMessage()), "load start");
        }
    }

    /** Fills the buffer as far as the file allows; returns whether it read any byte. */
    private static boolean fill(FileChannel channel, ByteBuffer bytes) throws IOException {
        var any = false;
        while (bytes.hasRemaining() && channel.read(bytes) > 0) {
            any = true;
        }
        return any;
    }
}
