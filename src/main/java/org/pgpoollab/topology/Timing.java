package org.pgpoollab.topology;

import java.time.Duration;

/**
 * The timing settings of postgresql.conf, pgpool.conf and repmgr.conf that determine how soon failures are detected and how long an outage
 * lasts. A component has the name of the setting if it stands for only one. A {@link TimingProfile} is one set of them.
 *
 * @param profile the profile's word
 * @param healthCheckPeriod 0 switches the health check off
 * @param connectTimeout Pgpool-II's own, for its connections to a backend
 * @param failoverOnBackendError whether a client's failed query is enough for Pgpool-II to detach a backend
 * @param conninfoTimeout libpq's connect_timeout in repmgr's conninfo
 * @param rejoinTimeout repmgr's standby_reconnect_timeout and node_rejoin_timeout, equal because repmgrd refuses to start if the first is
 *     shorter
 * @param walTimeout PostgreSQL's wal_sender_timeout and wal_receiver_timeout
 */
public record Timing(
        String profile,
        Duration healthCheckPeriod,
        Duration healthCheckTimeout,
        int healthCheckMaxRetries,
        Duration healthCheckRetryDelay,
        Duration connectTimeout,
        boolean failoverOnBackendError,
        Duration srCheckPeriod,
        Duration wdInterval,
        Duration wdHeartbeatKeepalive,
        Duration wdHeartbeatDeadtime,
        Duration monitorInterval,
        int reconnectAttempts,
        Duration reconnectInterval,
        Duration conninfoTimeout,
        Duration primaryFollowTimeout,
        Duration standbyFollowTimeout,
        Duration rejoinTimeout,
        Duration walTimeout) {

    /** Returns this timing with other periods between two checks of one backend by one pgpool. */
    Timing withCheckPeriods(Duration health, Duration streaming) {
        return new Timing(
                profile,
                health,
                healthCheckTimeout,
                healthCheckMaxRetries,
                healthCheckRetryDelay,
                connectTimeout,
                failoverOnBackendError,
                streaming,
                wdInterval,
                wdHeartbeatKeepalive,
                wdHeartbeatDeadtime,
                monitorInterval,
                reconnectAttempts,
                reconnectInterval,
                conninfoTimeout,
                primaryFollowTimeout,
                standbyFollowTimeout,
                rejoinTimeout,
                walTimeout);
    }
}
