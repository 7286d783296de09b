package org.pgpoollab.generate;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The keys of the group timing in the .env file of a folder of containers. In the configuration files of the folder each of them stands in
 * place of its value, as {@code ${HEALTH_CHECK_PERIOD}}; the entrypoint of the image puts in the value.
 */
enum TimingKey {
    HEALTH_CHECK_PERIOD(
            Reader.PGPOOL,
            "healthCheckPeriod",
            "PGPOOL_HEALTH_CHECK_PERIOD",
            "Between two health checks of a backend by a pgpool; 0 switches them off."),
    HEALTH_CHECK_TIMEOUT(
            Reader.PGPOOL,
            "healthCheckTimeout",
            "PGPOOL_HEALTH_CHECK_TIMEOUT",
            "The longest time that a health check may take."),
    HEALTH_CHECK_MAX_RETRIES(
            Reader.PGPOOL,
            "healthCheckMaxRetries",
            "PGPOOL_HEALTH_CHECK_MAX_RETRIES",
            "How often a failed health check is repeated: a number."),
    HEALTH_CHECK_RETRY_DELAY(
            Reader.PGPOOL, "healthCheckRetryDelay", "PGPOOL_HEALTH_CHECK_RETRY_DELAY", "Before each of these."),
    CONNECT_TIMEOUT(
            Reader.PGPOOL,
            "connectTimeout",
            "PGPOOL_CONNECT_TIMEOUT",
            "How long a pgpool waits for a connection to a backend, in milliseconds."),
    SR_CHECK_PERIOD(
            Reader.PGPOOL,
            "srCheckPeriod",
            "PGPOOL_SR_CHECK_PERIOD",
            "Between two checks of who is primary, and how far behind standbys are."),
    WD_INTERVAL(Reader.PGPOOL, "wdInterval", "", "Between two looks of a pgpool at the others."),
    WD_HEARTBEAT_KEEPALIVE(Reader.PGPOOL, "wdHeartbeatKeepalive", "", "Between two heartbeats of a pgpool."),
    WD_HEARTBEAT_DEADTIME(
            Reader.PGPOOL, "wdHeartbeatDeadtime", "", "Without heartbeats for this long a pgpool is lost."),
    MONITOR_INTERVAL(
            Reader.POSTGRES,
            "monitorInterval",
            "REPMGR_MONITOR_INTERVAL_SECS",
            "Between two looks of a repmgrd at its upstream."),
    RECONNECT_ATTEMPTS(
            Reader.POSTGRES,
            "reconnectAttempts",
            "REPMGR_RECONNECT_ATTEMPTS",
            "How often a repmgrd tries to reach a lost primary before a failover: a number."),
    RECONNECT_INTERVAL(
            Reader.POSTGRES, "reconnectInterval", "REPMGR_RECONNECT_INTERVAL", "Between two of these attempts."),
    CONNINFO_TIMEOUT(
            Reader.POSTGRES, "conninfoTimeout", "REPMGR_CONNECT_TIMEOUT", "How long repmgr waits for a connection."),
    PRIMARY_FOLLOW_TIMEOUT(
            Reader.POSTGRES,
            "primaryFollowTimeout",
            "",
            "How long a standby waits for a new primary after a failover."),
    STANDBY_FOLLOW_TIMEOUT(
            Reader.POSTGRES, "standbyFollowTimeout", "", "How long a standby may take to reach the new primary."),
    REJOIN_TIMEOUT(Reader.POSTGRES, "rejoinTimeout", "", "How long an old primary may take to come back as a standby."),
    WAL_TIMEOUT(Reader.POSTGRES, "walTimeout", "", "A replication connection that is silent for this long is ended.");

    /** The nodes whose files have the value. */
    enum Reader {
        POSTGRES,
        PGPOOL
    }

    private final Reader reader;
    private final String variable;
    private final String bitnami;
    private final String meaning;

    /**
     * @param variable the variable of the templates that has the value
     * @param bitnami the environment variable of Bitnami's images for it; empty if there is none
     */
    TimingKey(Reader reader, String variable, String bitnami, String meaning) {
        this.reader = reader;
        this.variable = variable;
        this.bitnami = bitnami;
        this.meaning = meaning;
    }

    static List<String> of(Reader reader) {
        return Stream.of(values())
                .filter(key -> key.reader == reader)
                .map(TimingKey::name)
                .toList();
    }

    /** Puts the names of the keys in the place of the values. */
    static void referTo(Map<String, Object> model) {
        for (var key : values()) {
            model.computeIfPresent(key.variable, (variable, value) -> reference(key.name()));
        }
    }

    static String reference(String name) {
        return "${" + name + "}";
    }

    /** Returns the keys that Bitnami's images know, with the variables by which they do. */
    static List<Map<String, Object>> ofBitnami(Reader reader) {
        return Stream.of(values())
                .filter(key -> key.reader == reader && !key.bitnami.isEmpty())
                .map(key -> Map.<String, Object>of("variable", key.bitnami, "reference", reference(key.name())))
                .toList();
    }

    /** Returns the keys for the template of .env, with the values that these models have. */
    static List<Map<String, Object>> described(Map<String, Object> values) {
        return described(values, key -> true);
    }

    /** Returns those of them that Bitnami's images know. */
    static List<Map<String, Object>> describedForBitnami(Map<String, Object> values) {
        return described(values, key -> !key.bitnami.isEmpty());
    }

    private static List<Map<String, Object>> described(Map<String, Object> values, Predicate<TimingKey> which) {
        return Stream.of(values())
                .filter(which)
                .map(key -> Map.of("name", key.name(), "meaning", key.meaning, "value", values.get(key.variable)))
                .toList();
    }
}
