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
 * The ledger of one run, as it is read: a head and entries of one length, in the order in which they were noted. Whoever writes it may
 * be killed at any moment: what is torn at its end was never an entry. Read as a stream, so that its length does not matter.
 */
final class Ledger {

    private static final int AT_A_TIME = 4096;

    private final Path file;
    private final LedgerHead head;

    private Ledger(Path file, LedgerHead head) {
        this.file = file;
        this.head = head;
    }

    /** Empty if it is none, or has ended before its first line did. */
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

    /** Tells every entry that is whole. */
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

    /** Whether anything came; all there is room for, unless the file ends before. */
    private static boolean fill(FileChannel channel, ByteBuffer bytes) throws IOException {
        var any = false;
        while (bytes.hasRemaining() && channel.read(bytes) > 0) {
            any = true;
        }
        return any;
    }
}
