package org.pgpoollab.binaries;

/** Is told how the fetching of programs goes, in the thread that asked for them. Told nothing if nothing is fetched. */
@FunctionalInterface
public interface FetchProgress {

    /** One stage has begun or ended, as a line to show: {@code fetching 14 packages, 21 MB}. */
    void tell(String line);
}
