package org.pgpoollab.observe;

/** A probe whose {@link #abandon} interrupts the probing thread, for probes that wait for a program. */
final class Interruptible<T> implements Probe<T> {

    private final Probe<T> probe;
    private Thread asker;

    Interruptible(Probe<T> probe) {
        this.probe = probe;
    }

    @Override
    public T answer() throws Exception {
        asks(Thread.currentThread());
        try {
            return probe.answer();
        } finally {
            asks(null);
        }
    }

    private synchronized void asks(Thread thread) {
        asker = thread;
    }

    @Override
    public synchronized void abandon() {
        if (asker != null) {
            asker.interrupt();
        }
    }
}
