package org.pgpoollab.load;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Stores the newest {@link LoadStatus} in one block of a file that never grows. The block is overwritten in place, so that the last status
 * can be written even when the disk is full. A reader detects a half-written block by its checksum and reads again.
 */
final class LoadStatusFile {

    private static final int BYTES = 4096;
    private static final int LONGEST_WORDS = 300;
    private static final int LOOKS = 5;

    private final Path file;

    LoadStatusFile(Path file) {
        this.file = file;
    }

    void write(LoadStatus loadStatus) throws IOException {
        var content = content(loadStatus);
        var block = ByteBuffer.allocate(BYTES);
        block.putLong(sum(content)).putInt(content.length).put(content);
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.write(block.array());
        }
    }

    /** Replaces the status by none, and takes the block, so that a status can be written although the disk is full by then. */
    void reserve() throws IOException {
        Files.write(file, new byte[BYTES]);
    }

    private static byte[] content(LoadStatus loadStatus) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        data.writeLong(loadStatus.at().toEpochMilli());
        data.writeLong(loadStatus.began().toEpochMilli());
        data.writeInt(loadStatus.shape().clients());
        data.writeInt(loadStatus.shape().writes());
        data.writeInt(loadStatus.shape().reads());
        data.writeInt(loadStatus.acknowledged());
        data.writeInt(loadStatus.failed());
        data.writeLong(loadStatus.p50().toNanos());
        data.writeLong(loadStatus.p95().toNanos());
        data.writeInt(loadStatus.reads());
        data.writeLong(loadStatus.total());
        data.writeLong(loadStatus.failures());
        data.writeLong(loadStatus.gap().toNanos());
        data.writeLong(loadStatus.longestGap().toNanos());
        data.writeInt(loadStatus.beats().size());
        for (var beat : loadStatus.beats()) {
            data.writeInt(beat.acknowledged());
            data.writeInt(beat.failed());
        }
        var words = loadStatus.words();
        data.writeUTF(words.substring(0, Math.min(LONGEST_WORDS, words.length())));
        return bytes.toByteArray();
    }

    /** Reads the status; empty if there is no file or no valid block in it. */
    Optional<LoadStatus> read() {
        for (var look = 0; look < LOOKS && Files.exists(file); look++) {
            try {
                var loadStatus = loadStatus(Files.readAllBytes(file));
                if (loadStatus.isPresent()) {
                    return loadStatus;
                }
            } catch (IOException gone) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<LoadStatus> loadStatus(byte[] bytes) throws IOException {
        if (bytes.length < BYTES) {
            return Optional.empty();
        }
        var block = ByteBuffer.wrap(bytes);
        var sum = block.getLong();
        var length = block.getInt();
        if (length < 0 || length > block.remaining()) {
            return Optional.empty();
        }
        var content = new byte[length];
        block.get(content);
        return sum == sum(content) ? Optional.of(read(content)) : Optional.empty();
    }

    private static LoadStatus read(byte[] content) throws IOException {
        var data = new DataInputStream(new ByteArrayInputStream(content));
        return new LoadStatus(
                Instant.ofEpochMilli(data.readLong()),
                Instant.ofEpochMilli(data.readLong()),
                new LoadShape(data.readInt(), data.readInt(), data.readInt()),
                data.readInt(),
                data.readInt(),
                Duration.ofNanos(data.readLong()),
                Duration.ofNanos(data.readLong()),
                data.readInt(),
                data.readLong(),
                data.readLong(),
                Duration.ofNanos(data.readLong()),
                Duration.ofNanos(data.readLong()),
                beats(data),
                data.readUTF());
    }

    private static List<LoadStatus.Beat> beats(DataInputStream data) throws IOException {
        var beats = new ArrayList<LoadStatus.Beat>();
        for (var left = data.readInt(); left > 0; left--) {
            beats.add(new LoadStatus.Beat(data.readInt(), data.readInt()));
        }
        return beats;
    }

    private static long sum(byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        return sum.getValue();
    }
}
