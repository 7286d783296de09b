package org.pgpoollab.drill;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.topology.Timing;

/** Lists the settings that determine the length of an outage, under their names in the servers' configuration files. */
final class TimingWords {

    private TimingWords() {}

    static Map<String, String> of(Timing timing) {
        var words = new LinkedHashMap<String, String>();
        words.put("health_check_period", of(timing.healthCheckPeriod()));
        words.put("health_check_timeout", of(timing.healthCheckTimeout()));
        words.put("health_check_max_retries", String.valueOf(timing.healthCheckMaxRetries()));
        words.put("health_check_retry_delay", of(timing.healthCheckRetryDelay()));
        words.put("connect_timeout", of(timing.connectTimeout()));
        words.put("failover_on_backend_error", timing.failoverOnBackendError() ? "on" : "off");
        words.put("sr_check_period", of(timing.srCheckPeriod()));
        words.put("wd_interval", of(timing.wdInterval()));
        words.put("wd_heartbeat_keepalive", of(timing.wdHeartbeatKeepalive()));
        words.put("wd_heartbeat_deadtime", of(timing.wdHeartbeatDeadtime()));
        words.put("monitor_interval_secs", of(timing.monitorInterval()));
        words.put("reconnect_attempts", String.valueOf(timing.reconnectAttempts()));
        words.put("reconnect_interval", of(timing.reconnectInterval()));
        words.put("conninfo connect_timeout", of(timing.conninfoTimeout()));
        words.put("primary_follow_timeout", of(timing.primaryFollowTimeout()));
        words.put("standby_follow_timeout", of(timing.standbyFollowTimeout()));
        words.put("node_rejoin_timeout", of(timing.rejoinTimeout()));
        words.put("wal_sender_timeout", of(timing.walTimeout()));
        return words;
    }

    private static String of(Duration span) {
        return TimeSpan.text(span);
    }
}
