package org.pgpoollab.engine;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * What is left on the machine that hosts are made of. What cannot be read is empty.
 *
 * @param processes how many more can be started
 * @param memory in bytes, without what would have to be swapped out
 * @param disk in bytes, where the nodes' directories are
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
