package org.pgpoollab.command;

import java.util.function.IntSupplier;

/**
 * Whom ^C is for: the command that runs, or the program that has the terminal just now. {@link #signal} may come from any thread;
 * everything else belongs to the thread that runs commands.
 */
public final class Interruption {

    private Thread running;
    private boolean childHasTerminal;
    private boolean signalled;

    /** What follows is a command of this thread: ^C interrupts it. May be said again for the same command. */
    public synchronized void begin() {
        if (running == null) {
            signalled = false;
        }
        running = Thread.currentThread();
    }

    /** The command has ended. Leaves the thread uninterrupted. */
    public synchronized void end() {
        running = null;
        Thread.interrupted();
    }

    /** Runs {@code child}, which gets ^C from the terminal by itself. */
    public int leaveTo(IntSupplier child) {
        setChildHasTerminal(true);
        try {
            return child.getAsInt();
        } finally {
            setChildHasTerminal(false);
        }
    }

    /** Whether the command was interrupted. */
    public synchronized boolean happened() {
        return signalled;
    }

    /**
     * Somebody pressed ^C.
     *
     * @return false if there was nobody to tell, or they have been told before: the program itself should end
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

    private synchronized void setChildHasTerminal(boolean has) {
        childHasTerminal = has;
    }
}
