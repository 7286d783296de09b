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
 * Reads keys from the terminal on a thread of its own. Between two keys it releases the terminal regularly, so that another reader
 * can use it.
 */
final class KeyReader {

    private static final int LETS_GO_AFTER_MILLISECONDS = 100;

    /** The time within which characters after ESC belong to the same key. */
    private static final int ESCAPE_MILLISECONDS = 50;

    private static final int MOUSE_MILLISECONDS = 500;

    private final Terminal tty;
    private final KeyMap<Pressed> keys = new KeyMap<>();
    private final Listener listener;
    private final ReentrantLock reading = new ReentrantLock(true);
    private volatile boolean ended;

    /** Receives what was read, on the reader's thread. */
    interface Listener {

        /**
         * Receives a key.
         *
         * @param raw the characters that the terminal sent
         */
        void key(String raw);

        void mouse(MouseEvent event);

        /** Called when the terminal is gone. Nothing is read after it. */
        void end();

        /** Called when a listener method has failed. Nothing is read after it. */
        void failed(RuntimeException fault);
    }

    private enum Pressed {
        KEY,
        MOUSE
    }

    /**
     * Creates the reader.
     *
     * @param sequences the sequences of keys that arrive as a whole; others may arrive in several pieces
     */
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

    /** Stops reading. It returns when the terminal is released, or after half a second. */
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

    /** Runs something while no key is read from the terminal. */
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

    /** Returns the reader; empty if the terminal is already closed. */
    private Optional<BindingReader> reader() {
        try {
            return Optional.of(new BindingReader(tty.reader()));
        } catch (IllegalStateException closed) {
            return Optional.empty();
        }
    }

    /** Reads the next key or mouse event and returns what to do with it. */
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

    /** Reads the rest of a mouse event. JLine would wait forever for the rest of a sequence that only begins like a mouse event. */
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
