package org.pgpoollab.release;

import java.nio.file.Path;
import org.pgpoollab.topology.Release;
import org.pgpoollab.version.ProgramVersions;

/**
 * What is known about one root directory in the cache.
 *
 * @param date the day on which it was fetched, with a number if there was another one of that day: {@code 2026-11-28-2}
 * @param versions unknown if nobody has looked yet, or its files are damaged
 * @param bytes the size of all its files
 * @param damage what is wrong with its files; empty if they are as they were fetched
 * @param directory the directory that holds it
 */
public record CachedRelease(
        Release release, String date, ProgramVersions versions, long bytes, String damage, Path directory) {

    /** Returns whether a root directory with this path is this one. */
    public boolean holds(Path root) {
        return root.startsWith(directory);
    }
}
