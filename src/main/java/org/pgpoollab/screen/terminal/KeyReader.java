package org.pgpoollab.screen.terminal;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.MouseEvent;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/**
 * Reads keys from the terminal on a thread of its own. Between two keys it lets go of the terminal now and then, so that somebody
 * else can read from it.
 */
final class KeyReader {

    private static final int LETS_GO_AFTER_MILLISECONDS = 100;

    /** Within which what follows ESC belongs to the same key. */
    private static final int ESCAPE_MILLISECONDS = 50;

    private final Terminal tty;
    private final KeyMap<Pressed> keys = new KeyMap<>();
    private final Listener listener;
    private final ReentrantLock reading = new ReentrantLock(true);
    private volatile boolean ended;

    /** Told of what comes, on the thread of the reader. */
    interface Listener {

        /** @param raw as the terminal sent it */
        void key(String raw);

        void mouse(MouseEvent event);

        /** Nothing will come any more: the terminal is gone. */
        void end();
    }

    private enum Pressed {
        KEY,
        MOUSE
    }

    /** @param sequences those of keys that are to come in one piece; others may come in several */
    KeyReader(Terminal tty, Iterable<String> sequences, Listener listener) {
        this.tty = tty;
        this.listener = listener;
        keys.setUnicode(Pressed.KEY);
        keys.setNomatch(Pressed.KEY);
        keys.setAmbiguousTimeout(ESCAPE_MILLISECONDS);
        sequences.forEach(sequence -> keys.bind(Pressed.KEY, sequence));
        keys.bind(Pressed.MOUSE, "\033[<", "\033[M");
    }

    void start() {
        var thread = new Thread(this::read, "keys");
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        ended = true;
    }

    /** Runs something during which no key is read from the terminal. */
    <T> T paused(Supplier<T> something) {
        reading.lock();
        try {
            return something.get();
        } finally {
            reading.unlock();
        }
    }

    private void read() {
        var reader = new BindingReader(tty.reader());
        try {
            while (!ended) {
                next(reader);
            }
        } catch (RuntimeException | java.io.IOError gone) {
            end();
        }
    }

    private void next(BindingReader reader) {
        Pressed pressed = null;
        MouseEvent mouse = null;
        reading.lock();
        try {
            var next = reader.peekCharacter(LETS_GO_AFTER_MILLISECONDS);
            if (next == NonBlockingReader.READ_EXPIRED) {
                return;
            }
            pressed = next < 0 ? null : reader.readBinding(keys);
            if (pressed == Pressed.MOUSE) {
                mouse = tty.readMouseEvent(reader::readCharacter, reader.getLastBinding());
            }
        } finally {
            reading.unlock();
        }
        if (pressed == null) {
            end();
            return;
        }
        if (mouse != null) {
            listener.mouse(mouse);
            return;
        }
        listener.key(reader.getLastBinding());
    }

    private void end() {
        if (!ended) {
            ended = true;
            listener.end();
        }
    }
}
