package org.pgpoollab.challenge;

import java.util.List;
import org.pgpoollab.topology.Server;

/** Servers that do not run, do not answer, or are not used. */
final class ServerCauses {

    static final List<CauseKind> ALL = List.of(
            new CauseKind(
                    "lag",
                    1,
                    List.of("$standby"),
                    "WAL replay is paused on $standby: it receives WAL, and its reads return old data",
                    "psql --on $standby \"select pg_is_wal_replay_paused()\"",
                    "(?m)^\\s*t\\b",
                    List.of("heal $standby"),
                    List.of(new Change.Inject("lag $standby"))),
            new CauseKind(
                    "full-disk",
                    1,
                    List.of("$standby"),
                    "the disk of $standby is full: it cannot store new WAL",
                    "diagnose",
                    "disk of $standby|$standby.*disk",
                    List.of("heal $standby"),
                    List.of(new Change.Inject("fill $standby"))),
            new CauseKind(
                    "frozen",
                    1,
                    List.of("$standby"),
                    "PostgreSQL on $standby is frozen: its processes are stopped by a signal, and it answers nobody",
                    "diagnose",
                    "$standby",
                    List.of("resume $standby", "recover --yes"),
                    List.of(new Change.Inject("pause $standby --process postgres"))),
            new CauseKind(
                    "crashed",
                    1,
                    List.of("$standby"),
                    "PostgreSQL on $standby was killed",
                    "diagnose",
                    "$standby",
                    List.of("start $standby", "recover --yes"),
                    List.of(new Change.Kill("$standby", Server.POSTGRES))),
            new CauseKind(
                    "dead-repmgrd",
                    1,
                    List.of("$standby"),
                    "repmgrd on $standby was killed: it would neither promote $standby nor let it follow a new primary",
                    "diagnose",
                    "(?i)repmgrd.*$standby|$standby.*repmgrd",
                    List.of("start $standby"),
                    List.of(new Change.Kill("$standby", Server.REPMGRD))),
            new CauseKind(
                    "dead-pgpool",
                    1,
                    List.of("$pool"),
                    "Pgpool-II on $pool was killed: one more such loss, and the watchdog has no quorum",
                    "watchdog_info",
                    "$pool.*(?:LOST|DEAD|DOWN|no answer|refused)|(?:LOST|DEAD).*$pool",
                    List.of("start $pool"),
                    List.of(new Change.Kill("$pool", Server.PGPOOL))),
            new CauseKind(
                    "detached",
                    1,
                    List.of("$standby"),
                    "$standby is detached: it streams, and no pgpool sends it a query",
                    "pool_nodes",
                    "(?m)^.*$standby.*\\bdown\\b",
                    List.of("attach $standby"),
                    List.of(new Change.Detach("$standby"))),
            new CauseKind(
                    "second-primary",
                    2,
                    List.of("$standby"),
                    "$standby was promoted without repmgr and Pgpool-II: there are two primaries",
                    "psql --on $standby \"select pg_is_in_recovery()\"",
                    "(?m)^\\s*f\\b",
                    List.of("reclone $standby --yes"),
                    List.of(new Change.Promote("$standby"))));

    private ServerCauses() {}
}
