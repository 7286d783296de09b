package org.pgpoollab.topology;

/**
 * The resources that an idle lab needs after its start. Fitted to measurements of 3+3 nodes (198 processes, 209 MB) and 16+16 nodes (1,700
 * to 1,850 processes, 1.35 to 1.6 GB) with PostgreSQL 15 and Pgpool-II 4.3.
 *
 * @param processes the processes of all nodes
 * @param memory in bytes; memory that processes share is counted once
 * @param disk in bytes, for the data and the first WAL
 */
public record LabNeeds(long processes, long memory, long disk) {

    private static final long MEGABYTE = 1 << 20;

    /** The processes of a pgpool: main process, pcp, watchdog, lifecheck, worker and logger. */
    private static final int OF_EACH_POOL = 9;

    /** The processes of a PostgreSQL node: those of the server, repmgrd and the WAL senders. */
    private static final int OF_EACH_POSTGRES = 12;

    private static final long MEMORY_OF_A_PROCESS = 3 * MEGABYTE / 4;
    private static final long MEMORY_OF_A_POSTGRES = 16 * MEGABYTE;

    /** Measured as 39 MB after initdb and registration. */
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
