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
 * Stands between the screen and the terminal. While it is up the terminal shows our pictures and its keys are ours; while it is down
 * the terminal is as we found it, and nothing is drawn. Any thread may call; one at a time gets through.
 */
final class TerminalOwner {

    /** Pasted text comes between marks; clicks and the wheel come as keys (SGR coordinates). */
    private static final String ON = "\033[?2004h\033[?1000h\033[?1006h";

    private static final String OFF = "\033[?1006l\033[?1000l\033[?2004l";

    /** All that was ever switched, the alternate screen last: works even in the middle of a frame. */
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

    /** @param look whether the terminal shows more than ASCII */
    TerminalOwner(Terminal tty, ColourDepth depth, TerminalLook look) throws IOException {
        this.tty = tty;
        this.before = tty.getAttributes();
        this.frames = new FrameStream(tty.output());
        this.lanterna = new LanternaTerminal(tty, frames);
        this.screen = new TerminalScreen(lanterna);
        this.painter = new LanternaPainter(screen, depth, look);
    }

    /** Takes the terminal: from now on ^C and ^Z are keys like any other. Of one that could not be taken wholly, {@link #lower} restores what was. */
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

    /** Gives the terminal back as it was. */
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

    /** Of a terminal that was not wholly taken, or is gone. */
    private void restoreWhatever() {
        try {
            lanterna.send(RESTORED);
            lanterna.flush();
        } catch (IOException e) {
            // Whoever took the terminal away will not miss it.
        }
    }

    /** Lowers it, lets somebody else have the terminal, and raises it again. */
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

    /** Whether somebody else has the terminal. */
    boolean isLent() {
        return lent;
    }

    /** After a stop that nobody told of (SIGSTOP): the shell has set the terminal as it likes it. */
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

    /** Shows a picture, unless the curtain is down. */
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

    /** Sends the next picture whole: something else may have written to the terminal. */
    void repaint() {
        lock.lock();
        try {
            painter.forget();
        } finally {
            lock.unlock();
        }
    }

    /** Asks the terminal how large it is now. */
    TerminalSize size() throws IOException {
        return lanterna.getTerminalSize();
    }

    /** @param newListener told every picture that was shown, in their order; must not fail */
    void listen(Consumer<Picture> newListener) {
        listener = newListener;
    }

    /** How many bytes went to the terminal as frames. */
    long written() {
        return frames.written();
    }

    /**
     * At the end of the process, when JLine may have closed the terminal already: restores it without JLine, and lets nobody draw
     * any more.
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
            // Closed: JLine has restored them.
        }
    }
}
