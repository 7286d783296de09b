package org.pgpoollab.apt;

/** Receives the progress of a download, in the thread that asked for the programs. Never called if nothing is downloaded. */
@FunctionalInterface
public interface FetchProgress {

    /** Reports that a stage began or ended, as a line to display: {@code fetching 14 packages, 21 MB}. */
    void tell(String line);
}
