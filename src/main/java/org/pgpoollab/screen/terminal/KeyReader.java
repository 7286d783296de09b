package org.pgpoollab.screen.terminal;

import java.io.IOError;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

    private static final int MOUSE_MILLISECONDS = 500;

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

    /** Returns when the terminal is let go of, or after a while all the same. */
    void stop() {
        ended = true;
        try {
            if (reading.tryLock(LETS_GO_AFTER_MILLISECONDS * 5, TimeUnit.MILLISECONDS)) {
                reading.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
            var reader = reader();
            while (!ended) {
                reader.map(this::next).orElse(() -> end(listener::end)).run();
            }
        } catch (RuntimeException fault) {
            end(() -> listener.failed(fault));
        }
    }

    /** Empty if the terminal was closed already. */
    private Optional<BindingReader> reader() {
        try {
            return Optional.of(new BindingReader(tty.reader()));
        } catch (IllegalStateException closed) {
            return Optional.empty();
        }
    }

    /** What to do about that which comes next. */
    private Runnable next(BindingReader reader) {
        reading.lock();
        try {
            if (ended) {
                return () -> {};
            }
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
            return mouse(reader);
        }
        var key = reader.getLastBinding();
        return () -> listener.key(key);
    }

    private Runnable mouse(BindingReader reader) {
        try {
            var mouse = tty.readMouseEvent(() -> restOfMouse(reader), reader.getLastBinding());
            return () -> listener.mouse(mouse);
        } catch (IllegalArgumentException other) {
            return () -> {};
        }
    }

    /** JLine would wait for ever for the end of what only begins like a mouse event. */
    private static int restOfMouse(BindingReader reader) {
        if (reader.peekCharacter(MOUSE_MILLISECONDS) < 0) {
            throw new IllegalArgumentException("that was no mouse");
        }
        return reader.readCharacter();
    }

    private void end(Runnable tell) {
        if (!ended) {
            ended = true;
            tell.run();
        }
    }
}
