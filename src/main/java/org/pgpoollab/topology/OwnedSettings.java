package org.pgpoollab.topology;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lists the settings that only the lab itself may choose, because it or its files rely on them. */
final class OwnedSettings {

    private static final Map<String, Set<String>> OWNED = Map.of(
            Settings.POSTGRES,
            Set.of(
                    "port",
                    "listen_addresses",
                    "unix_socket_directories",
                    "hba_file",
                    "data_directory",
                    "config_file",
                    "external_pid_file",
                    "cluster_name",
                    "log_line_prefix",
                    "log_destination",
                    "logging_collector",
                    "primary_conninfo",
                    "primary_slot_name"),
            Settings.PGPOOL,
            Set.of(
                    "port",
                    "listen_addresses",
                    "socket_dir",
                    "unix_socket_directories",
                    "pcp_port",
                    "pcp_listen_addresses",
                    "pcp_socket_dir",
                    "wd_ipc_socket_dir",
                    "pid_file_name",
                    "pool_passwd",
                    "logdir",
                    "work_dir",
                    "log_line_prefix",
                    "log_destination",
                    "logging_collector",
                    "use_watchdog",
                    "delegate_ip"),
            Settings.REPMGR,
            Set.of(
                    "node_id",
                    "node_name",
                    "conninfo",
                    "data_directory",
                    "pg_bindir",
                    "passfile",
                    "log_file",
                    "log_facility",
                    "repmgrd_pid_file"));

    /** The settings of pgpool.conf that exist once for each node: backend_port0, hostname1, heartbeat_device2. */
    private static final Pattern PER_NODE = Pattern.compile(
            "(backend_(hostname|port|data_directory|application_name)|hostname|wd_port|pgpool_port|heartbeat_(hostname|port|device))[0-9]+");

    private OwnedSettings() {}

    /** Returns why a user may not choose this setting; empty if it is allowed. */
    static Optional<String> reason(String file, String name, String value) {
        var plain = name.toLowerCase(Locale.ROOT);
        if (OWNED.get(file).contains(plain)
                || (file.equals(Settings.PGPOOL) && PER_NODE.matcher(plain).matches())) {
            return Optional.of("the lab's other files and its observer rely on the value that it chose");
        }
        if (file.equals(Settings.POSTGRES) && plain.equals("shared_preload_libraries") && !value.contains("repmgr")) {
            return Optional.of("repmgrd does not start without repmgr among the libraries: write repmgr," + value);
        }
        return Optional.empty();
    }
}
