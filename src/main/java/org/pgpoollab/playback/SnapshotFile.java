package org.pgpoollab.playback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.pgpoollab.FileMode;
import org.pgpoollab.topology.Lab;

/** A file of snapshots that grows. After an {@link IOException} it must be closed: its last record may be incomplete. */
final class SnapshotFile implements AutoCloseable {

    private final FileChannel channel;
    private final SegmentWriter writer;
    private long size;

    private SnapshotFile(Lab lab, FileChannel channel) {
        this.channel = channel;
        this.writer = new SegmentWriter(lab);
    }

    /** Creates a new file with the head for this lab. */
    static SnapshotFile create(Path path, Lab lab) throws IOException {
        var channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                FileMode.SECRET.attributes(path));
        var file = new SnapshotFile(lab, channel);
        try {
            file.append(file.writer.head());
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    void append(SnapshotRecord record, boolean isChange) throws IOException {
        append(writer.record(record, isChange));
    }

    private void append(byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        size += bytes.length;
    }

    boolean isOf(Lab other) {
        return writer.isOf(other);
    }

    long size() {
        return size;
    }

    @Override
    public void close() {
        writer.close();
        try {
            channel.close();
        } catch (IOException e) {
            // All records that were written whole can be read.
        }
    }
}
