package org.pgpoollab.challenge;

import java.util.List;
import org.pgpoollab.engine.Account;

/** What makes a pgpool treat backends or clients wrongly. */
final class PgpoolCauses {

    private static final String FILE = "/run/lab/pgpool.conf";
    private static final String RELOAD = "kill -HUP $(head -n 1 /run/pgpool/pgpool.pid)";

    static final List<CauseKind> ALL = List.of(
            new CauseKind(
                    "lie",
                    2,
                    List.of("$pool", "$standby"),
                    "the health check of $pool reports $standby as down, although it is up",
                    "pool_nodes --all",
                    "(?i)quarantine|\\bdown\\b",
                    List.of("heal $pool", "recover --yes"),
                    List.of(new Change.Inject("lie $pool $standby"))),
            new CauseKind(
                    "pool-password",
                    2,
                    List.of("$pool"),
                    "$pool has another password in its pool_passwd than PostgreSQL, so that its clients are refused",
                    "diagnose",
                    "$pool",
                    List.of("generate --force", "restart $pool"),
                    List.of(
                            new Change.Run(
                                    "$pool",
                                    Account.ROOT,
                                    "sed -i s/:TEXT/:TEXTnot-/ /run/lab/pool_passwd",
                                    "sed -i s/:TEXTnot-/:TEXT/ /run/lab/pool_passwd",
                                    "grep -q :TEXTnot- /run/lab/pool_passwd"),
                            new Change.Restart("$pool"))),
            new CauseKind(
                    "pcp-password",
                    3,
                    List.of("$pool"),
                    "$pool has another password in its pcp.conf, so that no pcp tool can log in there",
                    "diagnose",
                    "$pool",
                    List.of("generate --force"),
                    List.of(new Change.Run(
                            "$pool",
                            Account.ROOT,
                            "sed -i 's/^$user:/$user:0/' /run/lab/pcp.conf",
                            "sed -i 's/^$user:0\\([0-9a-f]\\{32\\}\\)$/$user:\\1/' /run/lab/pcp.conf",
                            "grep -q '^$user:0[0-9a-f]\\{32\\}$' /run/lab/pcp.conf"))),
            new CauseKind(
                    "even-quorum",
                    3,
                    List.of(),
                    "every pgpool's configuration names a fourth one, $absent, which does not exist: of four members three are needed,"
                            + " so that the loss of one pgpool ends the quorum",
                    "watchdog_info",
                    "$absent",
                    List.of("generate --force", "restart $leader $pool $spare"),
                    List.of(
                            oneMember("$pool"),
                            oneMember("$spare"),
                            oneMember("$leader"),
                            new Change.Restart("$pool"),
                            new Change.Restart("$spare"),
                            new Change.Restart("$leader"))),
            setting(
                    "zero-weight",
                    "backend_weight#standby",
                    "0",
                    List.of("$leader", "$standby"),
                    "$leader, which holds the VIP, sends no reads to $standby: its backend_weight there is 0"),
            setting(
                    "no-failover",
                    "backend_flag#standby",
                    "DISALLOW_TO_FAILOVER",
                    List.of("$leader", "$standby"),
                    "$leader never detaches $standby when it fails: its backend_flag there is DISALLOW_TO_FAILOVER"),
            setting(
                    "no-health-check",
                    "health_check_period",
                    "0",
                    List.of("$leader"),
                    "$leader, which holds the VIP, does not check the health of backends: its health_check_period is 0"));

    private PgpoolCauses() {}

    /** Returns a change that has a pgpool's configuration name one member of the watchdog more. */
    private static Change oneMember(String pool) {
        var lines = List.of(
                "hostname#absent = '$absent'",
                "wd_port#absent = 9000",
                "pgpool_port#absent = 5432",
                "heartbeat_hostname#absent = '$absent'",
                "heartbeat_port#absent = 9694");
        return new Change.Run(
                pool,
                Account.ROOT,
                "printf '%s\\n' \"" + String.join("\" \"", lines) + "\" >>" + FILE,
                "sed -i '/^[a-z_]*#absent = /{/^\\(hostname\\|wd_port\\|pgpool_port\\|heartbeat_\\)/d}' " + FILE,
                "grep -q '^hostname#absent = ' " + FILE);
    }

    /** Returns a kind of trouble that a setting of the leader makes. It is appended to pgpool.conf, because the last line counts. */
    private static CauseKind setting(String word, String name, String value, List<String> places, String what) {
        var line = name + " = '" + value + "'";
        return new CauseKind(
                word,
                3,
                places,
                what,
                "psql \"pgpool show " + name + "\"",
                "(?m)^\\s*(?:" + name + " *\\| *)?" + value + "\\b",
                List.of(
                        "exec $leader -- sed -i \"/^" + line + "/d\" " + FILE,
                        "exec $leader -- pgpool -f " + FILE + " reload"),
                List.of(new Change.Run(
                        "$leader",
                        Account.ROOT,
                        "echo \"" + line + "\" >>" + FILE + " && " + RELOAD,
                        "sed -i \"/^" + line + "/d\" " + FILE + "; " + RELOAD + " || :",
                        "grep -q \"^" + line + "\" " + FILE)));
    }
}
