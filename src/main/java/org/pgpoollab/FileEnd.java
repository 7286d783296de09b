package org.pgpoollab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Reads the end of a text file of any size. */
public final class FileEnd {

    private FileEnd() {}

    /**
     * Returns the complete lines among the last {@code most} bytes, and the last line even without a line end. Bytes that are not UTF-8 are
     * replaced.
     *
     * @throws IOException if the file cannot be read
     */
    public static Stream<String> lines(Path file, int most) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var begin = Math.max(0, channel.size() - most);
            var bytes = ByteBuffer.allocate((int) (channel.size() - begin));
            while (bytes.hasRemaining() && channel.read(bytes, begin + bytes.position()) > 0) {
                // Read until the buffer is full, or the file has been truncated meanwhile.
            }
            var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            return begin == 0 ? text.lines() : text.lines().skip(1);
        }
    }
}
