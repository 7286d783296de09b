package org.pgpoollab.screen.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.screen.TerminalScreen;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp.Capability;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.screen.picture.Picture;

/**
 * Owns the terminal on behalf of the screen. While it is raised, the terminal shows the screen's pictures and its keys belong to
 * the screen. While it is lowered, the terminal is as it was before, and nothing is drawn. Any thread may call it; calls are
 * serialised.
 */
final class TerminalOwner {

    /** Switches on bracketed paste, and mouse clicks and wheel as keys (SGR coordinates). */
    private static final String ON = "\033[?2004h\033[?1000h\033[?1006h";

    private static final String OFF = "\033[?1006l\033[?1000l\033[?2004l";

    /** Resets everything that the screen switches, the alternate screen last. It works even in the middle of a frame. */
    private static final String RESTORED = OFF + "\033[?1l\033>\033[0m\033[?25h\033[?1049l";

    private final Terminal tty;
    private final FrameStream frames;
    private final LanternaTerminal lanterna;
    private final TerminalScreen screen;
    private final LanternaPainter painter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Attributes before;
    private volatile Consumer<Picture> listener = picture -> {};
    private volatile boolean lent;
    private boolean up;
    private boolean gone;

    /**
     * Creates the owner without changing the terminal.
     *
     * @param look whether the terminal shows more than ASCII
     */
    TerminalOwner(Terminal tty, ColourDepth depth, TerminalLook look) throws IOException {
        this.tty = tty;
        this.before = tty.getAttributes();
        this.frames = new FrameStream(tty.output());
        this.lanterna = new LanternaTerminal(tty, frames);
        this.screen = new TerminalScreen(lanterna);
        this.painter = new LanternaPainter(screen, depth, look);
    }

    /**
     * Takes the terminal; from then on ^C and ^Z are keys like all others. If that fails halfway, {@link #lower} restores what was
     * changed.
     */
    void raise() throws IOException {
        lock.lock();
        try {
            if (up || gone) {
                return;
            }
            up = true;
            takeKeys();
            screen.startScreen();
            lanterna.send(Curses.tputs(keypad(Capability.keypad_xmit)) + ON);
            lanterna.flush();
            painter.forget();
        } finally {
            lock.unlock();
        }
    }

    private void takeKeys() {
        tty.enterRawMode();
        var raw = tty.getAttributes();
        raw.setLocalFlag(LocalFlag.ISIG, false);
        raw.setInputFlag(InputFlag.IXON, false);
        tty.setAttributes(raw);
    }

    private String keypad(Capability mode) {
        return Objects.requireNonNullElse(tty.getStringCapability(mode), "");
    }

    /** Gives the terminal back in the state in which it was taken. */
    void lower() {
        lock.lock();
        try {
            if (!up) {
                return;
            }
            up = false;
            lanterna.send(OFF + Curses.tputs(keypad(Capability.keypad_local)));
            screen.stopScreen(false);
            lanterna.flush();
        } catch (IOException | IllegalStateException e) {
            restoreWhatever();
        } finally {
            restoreAttributes();
            lock.unlock();
        }
    }

    /** Restores a terminal that was taken only partly or is gone. */
    private void restoreWhatever() {
        try {
            lanterna.send(RESTORED);
            lanterna.flush();
        } catch (IOException e) {
            // The terminal is gone: there is nothing to restore.
        }
    }

    /** Lowers the screen, runs a program that uses the terminal, and raises the screen again. */
    <T> T lend(Supplier<T> somebody) throws IOException {
        lent = true;
        lower();
        T result;
        try {
            result = somebody.get();
        } catch (RuntimeException | Error fault) {
            lent = false;
            raise();
            throw fault;
        }
        lent = false;
        raise();
        return result;
    }

    /** Tells whether a program has borrowed the terminal. */
    boolean isLent() {
        return lent;
    }

    /** Takes the terminal again after a stop without notice (SIGSTOP), because the shell has changed its settings. */
    void retake() throws IOException {
        lock.lock();
        try {
            if (up && !gone) {
                lower();
                raise();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Shows a picture, unless the screen is lowered. */
    void paint(Picture picture) throws IOException {
        lock.lock();
        try {
            if (up && !gone) {
                painter.paint(picture);
                listener.accept(picture);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Makes the next picture be sent as a whole, because something else may have written to the terminal. */
    void repaint() {
        lock.lock();
        try {
            painter.forget();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the terminal's current size. */
    TerminalSize size() throws IOException {
        return lanterna.getTerminalSize();
    }

    /**
     * Sets the listener.
     *
     * @param newListener receives every picture shown, in order; must not fail
     */
    void listen(Consumer<Picture> newListener) {
        listener = newListener;
    }

    /** Returns the number of bytes sent to the terminal as frames. */
    long written() {
        return frames.written();
    }

    /**
     * Restores the terminal at the end of the process without JLine, which may have closed it already, and prevents any further
     * drawing.
     *
     * @param out the terminal itself
     */
    void fall(OutputStream out) {
        var mine = false;
        try {
            mine = lock.tryLock(500, TimeUnit.MILLISECONDS);
            if (gone) {
                return;
            }
            gone = true;
            if (!up) {
                return;
            }
            out.write(RESTORED.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            // The terminal is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            restoreAttributes();
            if (mine) {
                lock.unlock();
            }
        }
    }

    private void restoreAttributes() {
        try {
            tty.setAttributes(before);
        } catch (RuntimeException | java.io.IOError e) {
            // The terminal is closed: JLine has restored its attributes.
        }
    }
}
