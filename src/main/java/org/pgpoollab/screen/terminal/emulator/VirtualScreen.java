package org.pgpoollab.screen.terminal.emulator;

import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.pgpoollab.screen.picture.Picture;

/**
 * A terminal that draws into a {@link Picture}: whatever a program writes is interpreted here, as xterm would, and only glyphs come
 * out. What scrolls out at the top is kept. May be used by several threads. Nothing that is written can make it throw.
 */
public final class VirtualScreen {

    /** Where to look from the lines that are shown now. */
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

    /** @param scrollback the most lines that are kept after they left the screen */
    public VirtualScreen(int columns, int rows, int scrollback) {
        this.machine = new TerminalEmulator(Math.max(1, columns), Math.max(1, rows), scrollback);
        this.parser = new ControlParser(new ControlInterpreter(machine));
        this.painter = new BufferPainter(machine);
    }

    /** Has this called after every change, by the thread that made it, which then holds no lock of the screen. */
    public void onChange(Runnable told) {
        this.onChange = told;
    }

    /** Half a surrogate pair at the end waits for the other half; half of one elsewhere is shown as a replacement sign. */
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

    /** At least 1 by 1, whatever is asked for. Ends any scrolling region. */
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

    /** What the terminal answers to questions in what was written, to be fed to the program as if typed; empty if there is nothing. */
    public String takeReply() {
        return locked(machine::takeReply);
    }

    /** @param back scrolled back by so many lines; at most as many as there are. A picture that is scrolled back has no cursor. */
    public Picture picture(int back) {
        return picture(back, "");
    }

    /** @param highlighted shown in reverse wherever it stands, upper and lower case alike; empty for nothing */
    public Picture picture(int back, String highlighted) {
        return locked(() -> painter.picture(back, highlighted));
    }

    /** How many lines one can scroll back; none while the alternate screen is shown. */
    public int scrollbackSize() {
        return locked(() -> machine.page().grid().scrollback().size());
    }

    /** Whether pasted text shall be sent between {@code ESC [ 200 ~} and {@code ESC [ 201 ~}. */
    public boolean bracketedPaste() {
        return locked(() -> machine.modes().bracketsPaste());
    }

    /** Whether a program uses the whole screen, as pagers and editors do. */
    public boolean isAlternate() {
        return locked(machine::isAlternate);
    }

    /** How many bells were rung since the beginning. */
    public int bells() {
        return locked(machine::bells);
    }

    /**
     * How far to scroll back so that the next line with the text, in either case of letters, is the uppermost one shown; 0 where it is
     * too near to the end for that. If there is no further one, {@code fromBack} itself if the text is among what is shown; else empty.
     */
    public OptionalInt search(String text, int fromBack, Direction direction) {
        return locked(() -> new ScrollbackSearch(machine.page().grid(), text).from(fromBack, direction));
    }

    /** Where the next character would be written, shown or not. */
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
