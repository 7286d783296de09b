package org.pgpoollab.topology;

/**
 * What a lab takes of a machine as soon as it is up and nobody works with it. Fitted to measurements of 3+3 (198 processes, 209 MB) and
 * 16+16 (1,700 to 1,850 processes, 1.35 to 1.6 GB) with PostgreSQL 15 and Pgpool-II 4.3.
 *
 * @param processes of all nodes
 * @param memory in bytes; what processes share is counted once
 * @param disk in bytes, for the data and the first WAL
 */
public record LabNeeds(long processes, long memory, long disk) {

    private static final long MEGABYTE = 1 << 20;

    /** Its main process, pcp, watchdog, lifecheck, worker and logger. */
    private static final int OF_EACH_POOL = 9;

    /** The server's own, repmgrd and the WAL senders. */
    private static final int OF_EACH_POSTGRES = 12;

    private static final long MEMORY_OF_A_PROCESS = 3 * MEGABYTE / 4;
    private static final long MEMORY_OF_A_POSTGRES = 16 * MEGABYTE;

    /** 39 MB after initdb and registration. */
    private static final long DISK_OF_A_POSTGRES = 64 * MEGABYTE;

    public static LabNeeds of(Lab lab) {
        var postgres = lab.postgresCount();
        var pools = lab.pgpoolCount();
        var children = lab.pgpoolNodes().stream()
                .mapToLong(pool -> ConnectionBudget.children(lab, pool))
                .sum();
        // Each pgpool has a health check for each backend, and a sender and a receiver of heartbeats for each other
        // pgpool.
        var ofPools = children + (long) pools * (OF_EACH_POOL + postgres + 2L * (pools - 1));
        var ofPostgres = (long) postgres * (OF_EACH_POSTGRES + 2L * pools);
        var processes = ofPools + ofPostgres;
        return new LabNeeds(
                processes,
                processes * MEMORY_OF_A_PROCESS + postgres * MEMORY_OF_A_POSTGRES,
                postgres * DISK_OF_A_POSTGRES);
    }
}
