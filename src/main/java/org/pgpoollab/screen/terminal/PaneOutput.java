package org.pgpoollab.screen.terminal;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Decodes UTF-8 from a stream of bytes. An incomplete character waits for its remaining bytes, and malformed input becomes
 * {@code U+FFFD}. It can be used by several threads.
 */
final class PaneOutput extends OutputStream {

    private static final int CAPACITY = 8192;

    private final Consumer<CharSequence> reader;
    private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY);
    private final CharBuffer characters = CharBuffer.allocate(CAPACITY);
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);

    PaneOutput(Consumer<CharSequence> reader) {
        this.reader = reader;
    }

    @Override
    public synchronized void write(int next) {
        bytes.put((byte) next);
        if (!bytes.hasRemaining()) {
            flush();
        }
    }

    @Override
    public synchronized void flush() {
        bytes.flip();
        decoder.decode(bytes, characters, false);
        bytes.compact();
        characters.flip();
        var text = characters.toString();
        characters.clear();
        if (!text.isEmpty()) {
            reader.accept(text);
        }
    }
}
