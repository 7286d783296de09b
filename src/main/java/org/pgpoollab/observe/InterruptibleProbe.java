package org.pgpoollab.observe;

/** Wraps a probe so that {@link #abandon} interrupts the thread that runs it; for probes that wait for a program. */
final class InterruptibleProbe<T> implements Probe<T> {

    private final Probe<T> probe;
    private Thread asker;

    InterruptibleProbe(Probe<T> probe) {
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
