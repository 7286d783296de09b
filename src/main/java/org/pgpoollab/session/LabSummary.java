package org.pgpoollab.session;

/**
 * A summary of a lab that has a directory on this machine, or runs.
 *
 * @param postgresCount how many nodes the lab was created with; if unknown, how many such hosts run; {@code pgpoolCount} likewise
 * @param problem why the lab cannot be used; usually empty
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
