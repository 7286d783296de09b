package org.pgpoollab.command;

/**
 * A lab that has a directory on this machine, or runs.
 *
 * @param postgresCount how many it was made with; if that is not known, how many hosts of that kind are on; {@code pgpoolCount} likewise
 * @param problem why it cannot be used; most often empty
 * @param remedy what to type then
 */
public record LabSummary(
        String name,
        String engine,
        int postgresCount,
        int pgpoolCount,
        boolean running,
        String directory,
        String problem,
        String remedy) {}
