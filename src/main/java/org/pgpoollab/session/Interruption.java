package org.pgpoollab.session;

import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Routes ^C to the running command, or to the child program that has the terminal. {@link #signal} may be called by any thread; all
 * other methods belong to the thread that runs commands.
 */
public final class Interruption {

    private Thread running;
    private boolean childHasTerminal;
    private boolean signalled;
    private boolean readsInput;

    /** Starts a command on this thread, which ^C then interrupts. May be called again for the same command. */
    public synchronized void begin() {
        if (running == null) {
            signalled = false;
        }
        running = Thread.currentThread();
    }

    /** Ends the command and clears the thread's interrupt status. */
    public synchronized void end() {
        running = null;
        Thread.interrupted();
    }

    /** Runs {@code child}, which gets ^C from the terminal itself. */
    public int leaveTo(IntSupplier child) {
        setChildHasTerminal(true);
        try {
            return child.getAsInt();
        } finally {
            setChildHasTerminal(false);
        }
    }

    /** Reads the next command of a script from standard input, for which it may wait. Nothing interrupts that. */
    public <T> T reading(Supplier<T> input) {
        setReadsInput(true);
        try {
            return input.get();
        } finally {
            setReadsInput(false);
        }
    }

    /** Returns whether no command runs, and the thread that runs them waits for the next line of a script. */
    public synchronized boolean readsInput() {
        return readsInput;
    }

    /** Whether the command was interrupted. */
    public synchronized boolean happened() {
        return signalled;
    }

    /**
     * Handles ^C.
     *
     * @return false if no command runs, or it was interrupted before: the program itself should end
     */
    public synchronized boolean signal() {
        if (childHasTerminal) {
            return true;
        }
        if (running == null || signalled) {
            return false;
        }
        signalled = true;
        running.interrupt();
        return true;
    }

    private synchronized void setReadsInput(boolean reads) {
        readsInput = reads;
    }

    private synchronized void setChildHasTerminal(boolean has) {
        childHasTerminal = has;
    }
}
