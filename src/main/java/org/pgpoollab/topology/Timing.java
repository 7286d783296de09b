package org.pgpoollab.topology;

import java.time.Duration;

/**
 * How soon trouble is noticed: the numbers of pgpool.conf and repmgr.conf that make up an outage. Names are those of the settings.
 * A profile is one set of them.
 */
public record Timing(
        String profile,
        Duration healthCheckPeriod,
        Duration healthCheckTimeout,
        int healthCheckMaxRetries,
        Duration healthCheckRetryDelay,
        Duration srCheckPeriod,
        Duration wdInterval,
        Duration wdHeartbeatKeepalive,
        Duration wdHeartbeatDeadtime,
        Duration monitorInterval,
        int reconnectAttempts,
        Duration reconnectInterval) {}
