package org.pgpoollab.challenge;

import java.util.List;
import org.pgpoollab.engine.Account;

/** What keeps repmgr from promoting or following. */
final class RepmgrCauses {

    private static final String REPMGR = "repmgr -f /run/lab/repmgr.conf ";
    private static final String REGISTER = "standby register --force";
    private static final String RELOAD = "kill -HUP $(head -n 1 /run/repmgr/repmgrd.pid)";
    private static final String SQL = "psql -XAtqw -h /run/postgresql -U postgres -d repmgr -c ";

    static final List<CauseKind> ALL = List.of(
            new CauseKind(
                    "paused-repmgrd",
                    2,
                    List.of(),
                    "every repmgrd is paused: no standby is promoted when the primary fails",
                    "exec $primary -- " + REPMGR + "service status",
                    "(?m)\\|\\s*yes\\s*\\|[^|]*$",
                    List.of("exec $primary -- " + REPMGR + "service unpause"),
                    List.of(new Change.Run(
                            "$primary",
                            Account.POSTGRES,
                            REPMGR + "service pause",
                            REPMGR + "service unpause >/dev/null 2>&1 || :",
                            "test t = \"$(" + SQL + "'select repmgr.repmgrd_is_paused()')\""))),
            new CauseKind(
                    "unregistered",
                    2,
                    List.of("$standby"),
                    "repmgr's table does not list $standby, so that it is not promoted and does not follow a new primary",
                    "diagnose",
                    "(?i)repmgr.*$standby|$standby.*repmgr",
                    List.of("exec $standby -- " + REPMGR + REGISTER),
                    List.of(new Change.Run(
                            "$standby",
                            Account.POSTGRES,
                            REPMGR + "standby unregister",
                            REPMGR + REGISTER + " >/dev/null 2>&1 || :",
                            "test f = \"$(" + SQL
                                    + "\"select exists (select from repmgr.nodes where node_name = '$standby')\")\""))),
            new CauseKind(
                    "standby-priority",
                    3,
                    List.of("$standby"),
                    "the priority of $standby is 0 in repmgr's table: it is never promoted",
                    "exec $primary -- psql -h /run/postgresql -U postgres -d repmgr -c"
                            + " \"select 'its priority is ' || priority from repmgr.nodes where node_name = '$standby'\"",
                    "its priority is 0",
                    List.of("exec $standby -- " + REPMGR + REGISTER),
                    List.of(new Change.Run(
                            "$primary",
                            Account.POSTGRES,
                            SQL + "\"update repmgr.nodes set priority = 0 where node_name = '$standby'\"",
                            SQL
                                    + "\"update repmgr.nodes set priority = 100 where node_name = '$standby' and priority = 0\""
                                    + " || :",
                            "test 0 = \"$(" + SQL
                                    + "\"select priority from repmgr.nodes where node_name = '$standby'\")\""))),
            new CauseKind(
                    "manual-failover",
                    3,
                    List.of("$standby"),
                    "repmgrd on $standby does not act when the primary fails: failover is manual in its repmgr.conf",
                    "exec $standby -- grep ^failover /run/lab/repmgr.conf",
                    "manual",
                    List.of("exec $standby -- sed -i /^failover=.*manual/d /run/lab/repmgr.conf", "restart $standby"),
                    List.of(new Change.Run(
                            "$standby",
                            Account.POSTGRES,
                            "echo \"failover='manual'\" >>/run/lab/repmgr.conf && " + RELOAD,
                            "sed -i /^failover=.*manual/d /run/lab/repmgr.conf; " + RELOAD + " || :",
                            "grep -q '^failover=.*manual' /run/lab/repmgr.conf"))));

    private RepmgrCauses() {}
}
