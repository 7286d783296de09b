package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;

/**
 * Sends keys to a program that may read slowly, on a thread of its own, so that the sender never waits. Keys beyond the capacity
 * are refused.
 */
final class KeyFeeder implements AutoCloseable {

    /** A program that gets keys. {@code type} may block until the program reads them or the thread is interrupted. */
    interface Program {

        void type(byte[] keys) throws IOException;

        /** Discards typed keys that were not read yet. */
        void discardTypeAhead() throws IOException;
    }

    private record Keys(String text, boolean isUrgent) {}

    private static final int CAPACITY_CHARACTERS = 4 << 20;
    private static final int PORTION_BYTES = 256;

    private final Program program;
    private final Thread thread = new Thread(this::run, "pane keys");
    private final Queue<Keys> waiting = new ArrayDeque<>();
    private int waitingCharacters;
    private boolean isTyping;
    private boolean isDiscarded;
    private boolean isClosed;

    KeyFeeder(Program program) {
        this.program = program;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Queues keys, and returns whether they were accepted. Keys are accepted completely or not at all. */
    synchronized boolean offer(String keys) {
        if (isClosed || waitingCharacters + keys.length() > CAPACITY_CHARACTERS) {
            return false;
        }
        add(new Keys(keys, false));
        return true;
    }

    /** Sends keys before all waiting ones, which are dropped, as a terminal does with ^C. */
    synchronized void interrupt(String keys) {
        waiting.clear();
        waitingCharacters = 0;
        add(new Keys(keys, true));
        stopTyping();
    }

    private void add(Keys keys) {
        waiting.add(keys);
        waitingCharacters += keys.text().length();
        notifyAll();
    }

    private void stopTyping() {
        if (isTyping) {
            isDiscarded = true;
            thread.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        waiting.clear();
        stopTyping();
        notifyAll();
    }

    private void run() {
        try {
            for (var keys = take(); keys.isPresent(); keys = take()) {
                deliver(keys.orElseThrow());
            }
        } catch (IOException | InterruptedException closed) {
            close();
        }
    }

    /** Returns the next keys; empty when closed. */
    private synchronized Optional<Keys> take() throws InterruptedException {
        while (waiting.isEmpty() && !isClosed) {
            wait();
        }
        if (isClosed) {
            return Optional.empty();
        }
        var keys = waiting.remove();
        waitingCharacters -= keys.text().length();
        isTyping = !keys.isUrgent();
        isDiscarded = false;
        return Optional.of(keys);
    }

    private void deliver(Keys keys) throws IOException {
        if (keys.isUrgent()) {
            program.discardTypeAhead();
            program.type(bytes(keys));
            return;
        }
        try {
            type(bytes(keys));
        } catch (InterruptedIOException discarded) {
            // An urgent key or the end of the pane has dropped the rest of these keys.
        } finally {
            endTyping();
        }
    }

    private static byte[] bytes(Keys keys) {
        return keys.text().getBytes(StandardCharsets.UTF_8);
    }

    private void type(byte[] keys) throws IOException {
        for (var from = 0; from < keys.length && !isDiscarded(); from += PORTION_BYTES) {
            program.type(Arrays.copyOfRange(keys, from, Math.min(keys.length, from + PORTION_BYTES)));
        }
    }

    private synchronized boolean isDiscarded() {
        return isDiscarded;
    }

    /** Also clears an interrupt that arrived too late to stop anything. */
    private synchronized void endTyping() {
        isTyping = false;
        Thread.interrupted();
    }
}
