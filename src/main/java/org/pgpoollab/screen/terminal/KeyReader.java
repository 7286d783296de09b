package org.pgpoollab.screen.terminal;

import java.io.IOError;
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

        /** One of the above went wrong, and nothing will come any more. */
        void failed(RuntimeException fault);
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
        try {
            var reader = new BindingReader(tty.reader());
            while (!ended) {
                next(reader).run();
            }
        } catch (RuntimeException fault) {
            end(() -> listener.failed(fault));
        }
    }

    /** What to do about that which comes next. */
    private Runnable next(BindingReader reader) {
        reading.lock();
        try {
            var next = reader.peekCharacter(LETS_GO_AFTER_MILLISECONDS);
            if (next == NonBlockingReader.READ_EXPIRED) {
                return () -> {};
            }
            return next < 0 ? () -> end(listener::end) : pressed(reader);
        } catch (IllegalStateException | IOError gone) {
            return () -> end(listener::end);
        } finally {
            reading.unlock();
        }
    }

    private Runnable pressed(BindingReader reader) {
        var pressed = reader.readBinding(keys);
        if (pressed == null) {
            return () -> end(listener::end);
        }
        if (pressed == Pressed.MOUSE) {
            var mouse = tty.readMouseEvent(reader::readCharacter, reader.getLastBinding());
            return () -> listener.mouse(mouse);
        }
        var key = reader.getLastBinding();
        return () -> listener.key(key);
    }

    private void end(Runnable tell) {
        if (!ended) {
            ended = true;
            tell.run();
        }
    }
}
