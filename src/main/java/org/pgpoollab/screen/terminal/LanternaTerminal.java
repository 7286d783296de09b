package org.pgpoollab.screen.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/** A Lanterna terminal on top of JLine's. It only draws; JLine reads the keys. Each refresh is one write to the tty. */
final class LanternaTerminal extends ANSITerminal {

    private final Terminal tty;

    LanternaTerminal(Terminal tty, FrameStream frames) {
        // The charset must be StandardCharsets.UTF_8 itself: Lanterna compares it by identity.
        super(InputStream.nullInputStream(), frames, StandardCharsets.UTF_8);
        this.tty = tty;
    }

    /** Returns the terminal's size, or 80 by 24 if the terminal does not know it. */
    @Override
    protected TerminalSize findTerminalSize() throws IOException {
        var size = size();
        if (size.getColumns() <= 0 || size.getRows() <= 0) {
            return new TerminalSize(80, 24);
        }
        return new TerminalSize(size.getColumns(), size.getRows());
    }

    private Size size() throws IOException {
        try {
            return tty.getSize();
        } catch (IllegalStateException | IOError gone) {
            throw new IOException(gone);
        }
    }

    /**
     * Writes a text as a whole. Lanterna 3.1.5 writes char by char, which breaks characters of two bytes and those beyond U+FFFF.
     */
    @Override
    public void putString(String text) throws IOException {
        writeToTerminal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends an escape sequence for which Lanterna has no method. */
    void send(String sequence) throws IOException {
        writeToTerminal(sequence.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public KeyStroke pollInput() {
        return null;
    }

    @Override
    public KeyStroke readInput() {
        throw new UnsupportedOperationException("keys are read by JLine");
    }
}
