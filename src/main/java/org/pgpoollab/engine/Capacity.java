package org.pgpoollab.engine;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * The free resources of the machine on which hosts are created. A value that cannot be read is empty.
 *
 * @param processes how many more processes can be started
 * @param memory free memory in bytes, excluding what would have to be swapped out
 * @param disk free bytes of the file system with the nodes' directories
 */
public record Capacity(OptionalLong processes, OptionalLong memory, OptionalLong disk) {

    public static final Capacity UNKNOWN =
            new Capacity(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    public Capacity {
        Objects.requireNonNull(processes);
        Objects.requireNonNull(memory);
        Objects.requireNonNull(disk);
    }
}
