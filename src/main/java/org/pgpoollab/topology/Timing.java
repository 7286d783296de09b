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

    /**
     * Returns the time within which a pgpool marks a silent backend down: {@code health_check_period + (retries + 1) ×
     * health_check_timeout + retries × health_check_retry_delay}, and {@code wd_interval} for the vote that follows. Zero without a health
     * check.
     */
    public Duration poolNotices() {
        if (healthCheckPeriod.isZero()) {
            return Duration.ZERO;
        }
        return healthCheckPeriod
                .plus(healthCheckTimeout.multipliedBy(healthCheckMaxRetries + 1L))
                .plus(healthCheckRetryDelay.multipliedBy(healthCheckMaxRetries))
                .plus(wdInterval);
    }

    /** Returns the time within which a pgpool finds a new primary: it first detaches the old one, then checks again. */
    public Duration poolLearnsRole() {
        return poolNotices().plus(srCheckPeriod);
    }

    /**
     * Returns the time within which repmgrd notices that its primary is lost: {@code monitor_interval_secs + reconnect_attempts ×
     * (reconnect_interval + connect_timeout)}.
     */
    public Duration repmgrNotices() {
        return monitorInterval.plus(reconnectInterval.plus(conninfoTimeout).multipliedBy(reconnectAttempts));
    }

    /** Returns the longer of the times that repmgrd and the pgpools take, which count at the same time. */
    public Duration failover() {
        return poolLearnsRole().compareTo(repmgrNotices()) > 0 ? poolLearnsRole() : repmgrNotices();
    }

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
