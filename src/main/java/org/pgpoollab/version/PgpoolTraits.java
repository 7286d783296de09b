package org.pgpoollab.version;

/**
 * What differs between the versions of Pgpool-II, 4.2 to 4.7, as far as a lab depends on it. The sources are the migration sections of the
 * release notes (https://www.pgpool.net/docs/latest/en/html/release.html) and {@code pool_config_variables.c} of each version. Log texts are
 * patterns that match the texts of all versions, because a log can begin with one version and end with another.
 *
 * @param socketDirectories the setting with the directory of the SQL socket, renamed in 4.4
 * @param delegateIp the setting with the virtual IP, renamed in 4.4
 * @param workDirectory the setting with the directory of pgpool_status, renamed in 4.7
 * @param hasHealthCheckTest whether the health check can be told that a backend is down: 4.1.11, 4.2.8, 4.3.1 and all from 4.4 on
 * @param hasBackendShutdown whether failover_on_backend_shutdown is a setting, which came in 4.3
 */
public record PgpoolTraits(
        String socketDirectories,
        String delegateIp,
        String workDirectory,
        boolean hasHealthCheckTest,
        boolean hasBackendShutdown) {

    /** Logged by the leader after a failover. Since 4.4: {@code === Failover done. shutdown host pg-1(5432) ===}. */
    public static final String FAILOVER_DONE = "(?i:failover done)\\. shutdown host (pg-\\d+)\\(";

    /** Logged by the leader after a failback. Since 4.4: {@code === Failback done. reconnect host pg-1(5432) ===}. */
    public static final String FAILBACK_DONE = "(?i:failback done)\\. reconnect host (pg-\\d+)\\(";

    /** Logged by the main process when it is stopped: with the number of the signal since 4.2. */
    public static final String STOP_REQUEST = "(?:received \\w+ shutdown request|shutting down by signal \\d+)";

    /** Logged when the watchdog sees a second leader; 4.1 calls leaders masters. */
    public static final String SPLIT_BRAIN = "possible split brain scenario detected|We are in split brain";

    /** Logged when a watchdog's member changes its state; the leader is called MASTER in 4.1. */
    public static final String ROLE_TAKEN = "watchdog node state changed from \\[[^]]*] to \\[(LEADER|MASTER|STANDBY)]";

    /** Logged for each connection to pcp; since 4.5 only with log_pcp_processes, whose default is off from 4.7 on. */
    public static final String PCP_CONNECTION =
            "pcp_main pid \\d+: LOG:  (forked new pcp worker|PCP process with pid: \\d+ exit)";

    /** Why a lab cannot have an older version than {@link LabProgram#oldest()}. */
    public static final String TOO_OLD =
            "before 4.2 every pgpool needed a watchdog section of its own and had no pgpool_node_id";

    /** The oldest version with which a lab can run. */
    public static final ProgramVersion OLDEST_OF_LAB = ProgramVersion.of(4, 3);

    /** Why a lab cannot run with an older version than {@link #OLDEST_OF_LAB}. */
    public static final String TOO_OLD_FOR_LAB = "before 4.3 no pgpool tells by pcp what it believes of all backends";

    public static PgpoolTraits of(ProgramVersion version) {
        return new PgpoolTraits(
                version.isAtLeast(4, 4) ? "unix_socket_directories" : "socket_dir",
                version.isAtLeast(4, 4) ? "delegate_ip" : "delegate_IP",
                version.isAtLeast(4, 7) ? "work_dir" : "logdir",
                hasHealthCheckTest(version),
                version.isAtLeast(4, 3));
    }

    private static boolean hasHealthCheckTest(ProgramVersion version) {
        return version.isAtLeast(4, 3, 1)
                || (version.isAtLeast(4, 2, 8) && !version.isAtLeast(4, 3))
                || (version.isAtLeast(4, 1, 11) && !version.isAtLeast(4, 2));
    }
}
