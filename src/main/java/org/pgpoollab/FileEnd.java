package org.pgpoollab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The end of a text file of lines, which may have any size. */
public final class FileEnd {

    private FileEnd() {}

    /**
     * The whole lines among the last {@code most} bytes, the last line also without its end. What is not UTF-8 is replaced.
     *
     * @throws IOException if the file cannot be read
     */
    public static Stream<String> lines(Path file, int most) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var begin = Math.max(0, channel.size() - most);
            var bytes = ByteBuffer.allocate((int) (channel.size() - begin));
            while (bytes.hasRemaining() && channel.read(bytes, begin + bytes.position()) > 0) {
                // Until it is full, or the file was cut meanwhile.
            }
            var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            return begin == 0 ? text.lines() : text.lines().skip(1);
        }
    }
}
