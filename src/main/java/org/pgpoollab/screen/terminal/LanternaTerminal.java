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

/** A Lanterna terminal whose tty is JLine's. It only draws: keys are JLine's affair. One refresh is one write to the tty. */
final class LanternaTerminal extends ANSITerminal {

    private final Terminal tty;

    LanternaTerminal(Terminal tty, FrameStream frames) {
        // That very object: Lanterna compares it by identity.
        super(InputStream.nullInputStream(), frames, StandardCharsets.UTF_8);
        this.tty = tty;
    }

    /** A terminal that does not know its size gets the usual one. */
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

    /** Lanterna 3.1.5 writes character by character, which breaks those of two bytes and those beyond U+FFFF. */
    @Override
    public void putString(String text) throws IOException {
        writeToTerminal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** For what Lanterna has no method for. */
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
