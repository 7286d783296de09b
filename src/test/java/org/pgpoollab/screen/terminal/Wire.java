package org.pgpoollab.screen.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.screen.terminal.emulator.VirtualScreen;

/** The connection from the program to a {@link FakeTty}. It can be blocked and cut. */
final class Wire extends OutputStream {

    private static final int UNCUT = Integer.MAX_VALUE;

    private final VirtualScreen screen;
    private final PaneOutput decoder;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private int left = UNCUT;
    private boolean held;
    private boolean isWaiting;

    Wire(int columns, int rows) {
        screen = new VirtualScreen(columns, rows, 0);
        decoder = new PaneOutput(screen::write);
    }

    @Override
    public synchronized void write(int next) throws IOException {
        awaitRelease();
        if (left == 0) {
            throw new IOException("Input/output error");
        }
        left -= left == UNCUT ? 0 : 1;
        sent.write(next);
        decoder.write(next);
    }

    private void awaitRelease() throws IOException {
        while (held && left > 0) {
            isWaiting = true;
            notifyAll();
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        isWaiting = false;
    }

    @Override
    public synchronized void flush() {
        decoder.flush();
        notifyAll();
    }

    /** Writes to the terminal as another program would. */
    synchronized void scribble(String text) {
        screen.write(text);
        notifyAll();
    }

    /** Blocks all writers from now on. */
    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        notifyAll();
    }

    synchronized boolean isWaitedFor() {
        return isWaiting;
    }

    /** Cuts the connection after this many more bytes. */
    synchronized void cut(int bytes) {
        left = bytes;
        notifyAll();
    }

    synchronized void resize(int columns, int rows) {
        screen.resize(columns, rows);
        notifyAll();
    }

    Picture picture() {
        return screen.picture(0);
    }

    boolean isAlternate() {
        return screen.isAlternate();
    }

    /** Returns everything sent so far. */
    synchronized String sent() {
        return sent.toString(StandardCharsets.UTF_8);
    }

    synchronized byte[] bytes() {
        return sent.toByteArray();
    }

    /** Returns the number of bytes sent so far. */
    synchronized int length() {
        return sent.size();
    }

    /** Waits for a condition, and returns whether it became true in time. */
    synchronized boolean await(BooleanSupplier expected, Duration timeLimit) {
        var end = System.nanoTime() + timeLimit.toNanos();
        while (!expected.getAsBoolean()) {
            var rest = (end - System.nanoTime()) / 1_000_000;
            if (rest <= 0) {
                return false;
            }
            try {
                wait(Math.min(rest, 50));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
