package org.pgpoollab.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Lists for every check of {@code diagnosis} a scenario in which it finds something, or the reason why there is none. */
final class Scenarios {

    /**
     * A scenario that runs only on request. After one of several isolations all pgpools took a standby for the primary, which is
     * another finding; the remedy of the isolation itself had worked.
     */
    private static final String UNSTEADY = "a leader is isolated";

    /** Scenarios with several primaries that run only on request: {@code SeveralPrimariesTest} compares their remedies with the repairs. */
    private static final Set<String> COMPARED_WITHOUT_A_LAB =
            Set.of("all nodes are primaries", "an old primary was started beside the new one");

    /** Notes how much the leader has logged. */
    private static final String MARK_LOG = "exec $leader -- sh -c 'wc -l </run/lab/pgpool.log >/run/pgpool/seen'";

    /** Waits until the leader has logged since then that it found only standbys, in each of two rounds. */
    private static final String SEARCHES_AMONG_STANDBYS = "exec $leader -- timeout 60 sh -c 'until"
            + " tail -n +$(cat /run/pgpool/seen) /run/lab/pgpool.log | grep \"find_primary_node: \" | tail -n 4"
            + " | grep -c standby | grep -q 4; do sleep 0.2; done'";

    private Scenarios() {}

    /** The scenarios that end the same way every time. */
    static List<Scenario> steady() {
        return all().stream()
                .filter(scenario ->
                        !scenario.name().equals(UNSTEADY) && !COMPARED_WITHOUT_A_LAB.contains(scenario.name()))
                .toList();
    }

    static List<Scenario> all() {
        return Stream.of(postgres(), clients(), repmgr(), backends(), pgpools())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario> postgres() {
        return List.of(
                Scenario.of("a standby has lost its power", "silent-postgres", "start $standby", "kill $standby"),
                Scenario.of(
                        "a primary has lost its power, and another one leads",
                        "silent-postgres",
                        "rejoin $primary",
                        "kill $primary",
                        "wait primary is known for 40s"),
                Scenario.of(
                        "a primary was stopped, and another one leads",
                        "silent-postgres",
                        "rejoin $primary",
                        "stop $primary",
                        "wait primary is known for 40s"),
                Scenario.of("a primary was killed just now", "no-primary silent-postgres", "", "kill $primary"),
                Scenario.of(
                        "a primary is frozen, and another one leads",
                        "pgpools-wait silent-postgres",
                        "kill $primary",
                        "pause $primary --process postgres",
                        "wait primary is known for 60s"),
                Scenario.of(
                        "a standby was promoted without repmgr and Pgpool-II",
                        "two-primaries stray-backend-held-up",
                        "reclone $standby",
                        "promote! $standby"),
                Scenario.of(
                        "all nodes are primaries",
                        "two-primaries",
                        "reconfigure --primary $primary",
                        "promote! $standby",
                        "promote! $other"),
                Scenario.of(
                        "an old primary was started beside the new one",
                        "two-primaries",
                        "rejoin $primary",
                        "stop $primary",
                        "wait primary is known for 40s",
                        "start --force $primary"),
                Scenario.of(
                        "a standby was promoted and made a standby again by hand",
                        "diverged-timeline",
                        "reclone $standby",
                        "promote! $standby",
                        "stop $standby",
                        "exec $standby -- touch /run/lab/data/standby.signal",
                        "start $standby"),
                Scenario.of(
                        "a standby that wrote something itself streams again",
                        "standby-ahead",
                        "reclone $standby",
                        "stop $standby",
                        "exec $standby -- rm /run/lab/data/standby.signal",
                        "start --force $standby",
                        "psql --on $standby \"create table own (x int)\"",
                        "stop $standby",
                        "exec $standby -- touch /run/lab/data/standby.signal",
                        "start $standby"),
                Scenario.of(
                        "a standby was told to follow nobody",
                        "standby-not-streaming",
                        "follow $standby",
                        "psql --on $standby \"alter system set primary_conninfo = ''\"",
                        "psql --on $standby \"select pg_reload_conf()\""),
                Scenario.of(
                        "a standby is held back",
                        "standby-lags replay-paused",
                        "heal $standby",
                        "lag $standby",
                        "psql \"create table bulk as select repeat('x', 1000) from generate_series(1, 40000)\"",
                        "psql \"drop table bulk\""),
                Scenario.of(
                        "a slot that nobody reads",
                        "slot-holds-wal",
                        "psql ",
                        "psql --on $primary \"select pg_create_physical_replication_slot('forgotten', true)\"",
                        "psql \"create table bulk as select repeat('x', 1000) from generate_series(1, 40000)\"",
                        "psql \"drop table bulk\""));
    }

    private static List<Scenario> clients() {
        return List.of(
                Scenario.of(
                        "the user of the clients has another password",
                        "roles-refused",
                        "reconfigure",
                        "psql \"alter role admin password 'x'\""),
                Scenario.of(
                        "a pgpool has another password in its pool_passwd",
                        "clients-refused",
                        "generate --force",
                        "exec $pool -- sed -i s/TEXT.*/TEXTx/ /run/lab/pool_passwd",
                        "restart $pool"),
                Scenario.of(
                        "the database of the clients takes no connections",
                        "clients-refused",
                        "exec ",
                        "exec $primary -- psql -U postgres -c \"alter database admin allow_connections false\""),
                Scenario.of(
                        "commits wait for a standby that there is not",
                        "commits-wait",
                        "psql ",
                        "psql --on $primary \"alter system set synchronous_standby_names = 'ghost'\"",
                        "psql --on $primary \"select pg_reload_conf()\""),
                Scenario.of(
                        "the sessions of the clients are read-only",
                        "writes-refused",
                        "psql ",
                        "psql \"alter role admin set default_transaction_read_only = on\""),
                Scenario.of(
                        "replay was paused by hand",
                        "replay-paused",
                        "psql ",
                        "psql --on $standby \"select pg_wal_replay_pause()\""),
                Scenario.of(
                        "a primary may have more connections than its standbys",
                        "limits-below-primary",
                        "psql ",
                        "psql --on $primary \"alter system set max_connections = 300\"",
                        "restart $primary"),
                Scenario.of(
                        "the data of a standby is gone",
                        "silent-postgres",
                        "reclone $standby",
                        "stop $standby",
                        "exec $standby -- sh -c 'rm -rf /run/lab/data; mkdir -m 700 /run/lab/data'"),
                Scenario.of(
                        "the data directory of a standby is open to others",
                        "silent-postgres",
                        "exec $standby -- chmod 700",
                        "stop $standby",
                        "exec $standby -- chmod 777 /run/lab/data"),
                Scenario.of(
                        "the slot of a standby is gone",
                        "standby-not-streaming",
                        "psql ",
                        "stop $standby",
                        "psql --on $primary \"select pg_drop_replication_slot(slot_name) from pg_replication_slots where not active\"",
                        "start $standby"),
                Scenario.of(
                        "pg_hba.conf of the primary rejects replication",
                        "standby-not-streaming",
                        "generate --force",
                        "exec $primary -- sed -i \"1i host replication all samenet reject\" /run/lab/pg_hba.conf",
                        "psql --on $primary \"select pg_reload_conf()\"",
                        "psql --on $primary \"select pg_terminate_backend(pid) from pg_stat_replication\""),
                Scenario.of(
                        "archiving fails",
                        "archiving-fails",
                        "psql ",
                        "psql --on $primary \"alter system set archive_mode = on\"",
                        "psql --on $primary \"alter system set archive_command = 'false'\"",
                        "restart $primary",
                        "psql --on $primary \"select pg_switch_wal()\""),
                Scenario.of(
                        "the pgpools may open more connections than a primary takes",
                        "pools-outgrow-postgres",
                        "psql --on $primary",
                        "psql --on $primary \"alter system set max_connections = 150\"",
                        "restart $primary"),
                Scenario.of("a disk is full", "disk-full", "heal $primary", "fill $primary"));
    }

    private static List<Scenario> repmgr() {
        return List.of(
                Scenario.of(
                        "repmgrd of the primary was killed",
                        "repmgrd-not-seen",
                        "start $primary",
                        "kill $primary --process repmgrd"),
                Scenario.of(
                        "the repmgrds were paused",
                        "repmgrd-paused",
                        "exec ",
                        "exec $primary -- repmgr -f /run/lab/repmgr.conf service pause"),
                Scenario.of(
                        "a standby was taken out of repmgr's table",
                        "repmgr-table-disagrees",
                        "exec $standby",
                        "exec $standby -- repmgr -f /run/lab/repmgr.conf standby unregister"));
    }

    private static List<Scenario> backends() {
        return List.of(
                Scenario.of("a backend was detached", "backend-held-down", "attach $standby", "detach $standby"),
                Scenario.of(
                        "the pgpools were told that a standby is the primary",
                        "backend-role-wrong backend-held-down",
                        "attach $primary",
                        "pcp promote_node -n $numberOfStandby"));
    }

    private static List<Scenario> pgpools() {
        return List.of(
                Scenario.of(
                        "a pgpool has lost its power", "silent-pgpool quorum-on-the-edge", "start $pool", "kill $pool"),
                Scenario.of("a leader is frozen", "silent-pgpool", "resume $leader", "pause $leader"),
                Scenario.of(
                        "a pgpool's configuration names one pgpool more than there are",
                        "unknown-watchdog-member",
                        "generate --force",
                        "exec $pool -- sed -i -e \"1i hostname3 = 'pgpool-3'\" -e \"1i wd_port3 = 9000\""
                                + " -e \"1i pgpool_port3 = 5432\" -e \"1i heartbeat_hostname3 = 'pgpool-3'\""
                                + " -e \"1i heartbeat_port3 = 9694\" /run/lab/pgpool.conf",
                        "restart $pool"),
                Scenario.of(
                        "two of three pgpools have lost their power",
                        "quorum-lost",
                        "start $pool $spare",
                        "kill $pool $spare"),
                Scenario.of("a leader is isolated", "leader-count", "heal $leader", "isolate $leader"),
                Scenario.of("a pgpool is isolated", "backend-out-of-reach", "heal $pool", "isolate $pool"),
                Scenario.of(
                        "the watchdog of a pgpool cannot be asked",
                        "watchdog-unseen",
                        "restart $pool",
                        "exec $pool -- sh -c 'for p in /proc/[0-9]*; do grep -q [P]CP: $p/cmdline && kill -STOP ${p#/proc/}; done; :'"),
                Scenario.of(
                        "the pgpools look for a primary in vain",
                        "queries-unanswered no-primary",
                        "reconfigure",
                        "exec $primary -- repmgr -f /run/lab/repmgr.conf service pause",
                        "kill $primary"),
                Scenario.of(
                        "a leader searches for another primary while the one that there was serves again",
                        "queries-unanswered",
                        "restart $leader --mode immediate --discard-status",
                        "exec $primary -- repmgr -f /run/lab/repmgr.conf service pause",
                        MARK_LOG,
                        "isolate $primary",
                        SEARCHES_AMONG_STANDBYS,
                        "heal",
                        "exec $primary -- repmgr -f /run/lab/repmgr.conf service unpause"),
                Scenario.of(
                        "a pgpool was restarted beside a leader that searches, and learnt from it that the primary is down",
                        "queries-unanswered backend-held-down",
                        "restart pgpool-",
                        "exec $primary -- repmgr -f /run/lab/repmgr.conf service pause",
                        MARK_LOG,
                        "isolate $primary",
                        SEARCHES_AMONG_STANDBYS,
                        "heal",
                        "exec $primary -- repmgr -f /run/lab/repmgr.conf service unpause",
                        "restart $pool"),
                Scenario.of(
                        "the pgpools were started with a status in which the primary is down",
                        "primary-searched-in-vain",
                        "restart pgpool-0 pgpool-1 pgpool-2 --mode immediate --discard-status",
                        "stop $pool $spare $leader",
                        withPrimaryDown("$leader"),
                        withPrimaryDown("$pool"),
                        withPrimaryDown("$spare")),
                Scenario.of(
                        "the VIP was given to a second pgpool",
                        "two-vip-holders",
                        "exec $pool -- ip address delete",
                        "exec $pool -- ip address add 10.77.0.200/24 dev eth0"));
    }

    /** Starts a pgpool by hand with a saved status in which the primary is down: {@code start} would wait until it serves. */
    private static String withPrimaryDown(String pgpool) {
        return "exec " + pgpool
                + " -- sh -c 'n=$numberOfPrimary; sed -i \"$((n + 1))s/up/down/\" /run/lab/pgpool_status;"
                + " setsid pgpool -n -f /run/lab/pgpool.conf -F /run/lab/pcp.conf -a /run/lab/pool_hba.conf"
                + " >>/run/lab/pgpool.log 2>&1 </dev/null &'";
    }

    /** The checks without a scenario, each with the reason. */
    static Map<String, String> without() {
        return Map.ofEntries(
                Map.entry("unfinished-start", "a first start that is killed: LabLiveTest does it"),
                Map.entry("not-asked-yet", "only a screen shows it, in its first second"),
                Map.entry("machine-too-busy", "no lab makes it: what else runs on the machine does"),
                Map.entry("senders-exhausted", "it needs more copies at a time than a lab makes"),
                Map.entry("no-vip-holder", "the leader takes it back within a second"),
                Map.entry("vip-off-leader", "the leader takes it back within a second, and then two hold it"),
                Map.entry(
                        "outside-watchdog",
                        "one that joins or elects is in the watchdog, or leads alone, seconds later"),
                Map.entry(
                        "connections-near-limit",
                        "its remedy shows who has the sessions; to end them is for their owners"),
                Map.entry(
                        "clients-near-limit", "its remedy shows who has the sessions; to end them is for their owners"),
                Map.entry(
                        "vip-unseen",
                        "the kernel tells it of every host that is on, and one that is off is a silent pgpool"),
                Map.entry("host-disconnected", "only containers can be disconnected: ComposeLiveTest does it"));
    }
}
