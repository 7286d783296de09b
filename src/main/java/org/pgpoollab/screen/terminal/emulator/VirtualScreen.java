package org.pgpoollab.screen.terminal.emulator;

import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.pgpoollab.screen.picture.Picture;

/**
 * Emulates a terminal that draws into a {@link Picture}. It interprets a program's output as xterm does, and produces only glyphs.
 * Lines scrolled out at the top are kept. It can be used by several threads. No input makes it throw.
 */
public final class VirtualScreen {

    /** The direction of a search from the lines that are shown now. */
    public enum Direction {
        OLDER,
        NEWER
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final TerminalEmulator machine;
    private final ControlParser parser;
    private final BufferPainter painter;
    private volatile Runnable onChange = () -> {};
    private char waiting;

    /**
     * Creates the screen.
     *
     * @param scrollback the maximum number of lines kept after they left the screen
     */
    public VirtualScreen(int columns, int rows, int scrollback) {
        this.machine = new TerminalEmulator(Math.max(1, columns), Math.max(1, rows), scrollback);
        this.parser = new ControlParser(new ControlInterpreter(machine));
        this.painter = new BufferPainter(machine);
    }

    /** Sets a callback for every change. The thread that made the change calls it, without holding a lock of the screen. */
    public void onChange(Runnable told) {
        this.onChange = told;
    }

    /** Interprets output. A high surrogate at the end waits for its other half; an unpaired one elsewhere is shown as U+FFFD. */
    public void write(CharSequence text) {
        lock.lock();
        try {
            for (var i = 0; i < text.length(); i++) {
                accept(text.charAt(i));
            }
            painter.forget();
        } finally {
            lock.unlock();
        }
        onChange.run();
    }

    private void accept(char next) {
        if (waiting == 0 && !Character.isSurrogate(next)) {
            parser.next(next);
            return;
        }
        var first = waiting;
        waiting = 0;
        if (first != 0 && Character.isLowSurrogate(next)) {
            parser.next(Character.toCodePoint(first, next));
            return;
        }
        if (first != 0) {
            parser.next(first);
        }
        if (Character.isHighSurrogate(next)) {
            waiting = next;
        } else {
            parser.next(next);
        }
    }

    /** Resizes the screen to at least 1 by 1, and resets the scrolling region. */
    public void resize(int columns, int rows) {
        lock.lock();
        try {
            machine.resize(Math.max(1, columns), Math.max(1, rows));
            painter.forget();
        } finally {
            lock.unlock();
        }
        onChange.run();
    }

    /** Returns the terminal's replies to queries in the output, to be sent to the program as if typed; empty if there are none. */
    public String takeReply() {
        return locked(machine::takeReply);
    }

    /**
     * Returns the picture of the screen.
     *
     * @param back how many lines it is scrolled back, at most all of them; a picture that is scrolled back has no cursor
     */
    public Picture picture(int back) {
        return picture(back, "");
    }

    /**
     * Returns the picture of the screen with a text highlighted.
     *
     * @param highlighted shown in reverse wherever it occurs, ignoring case; empty for nothing
     */
    public Picture picture(int back, String highlighted) {
        return locked(() -> painter.picture(back, highlighted));
    }

    /** Returns how many lines can be scrolled back; none while the alternate screen is shown. */
    public int scrollbackSize() {
        return locked(() -> machine.page().grid().scrollback().size());
    }

    /** Tells whether pasted text must be sent between {@code ESC [ 200 ~} and {@code ESC [ 201 ~}. */
    public boolean bracketedPaste() {
        return locked(() -> machine.modes().bracketsPaste());
    }

    /** Tells whether a program uses the alternate screen, as pagers and editors do. */
    public boolean isAlternate() {
        return locked(machine::isAlternate);
    }

    /** Returns the number of bells so far. */
    public int bells() {
        return locked(machine::bells);
    }

    /**
     * Returns how far to scroll back so that the next line with the text, ignoring case, is the first one shown; 0 if that line is
     * too near the end. Without a further match it returns {@code fromBack} if the text is visible, else empty.
     */
    public OptionalInt search(String text, int fromBack, Direction direction) {
        return locked(() -> new ScrollbackSearch(machine.page().grid(), text).from(fromBack, direction));
    }

    /** Returns where the next character would be written, whether the cursor is shown or not. */
    Picture.Place cursor() {
        return locked(
                () -> new Picture.Place(machine.page().column(), machine.page().row()));
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}
