package org.pgpoollab.binaries;

import java.util.List;

/** The programs that a lab requires, grouped as they are installed. */
enum RequiredProgram {
    /** Found by its directories and not by its programs, because server and extension must match. See {@link PostgresDirectories}. */
    POSTGRESQL("PostgreSQL with repmgr"),
    PGPOOL("Pgpool-II", "pgpool", "pcp_attach_node"),
    IP("ip", "ip"),
    ARPING("arping", "arping"),
    PING("ping", "ping"),
    SOCAT("socat", "socat"),
    /** Part of every usual Linux system; never downloaded. */
    UTIL_LINUX("unshare and nsenter", "unshare", "nsenter");

    private final String title;
    private final List<String> programs;

    RequiredProgram(String title, String... programs) {
        this.title = title;
        this.programs = List.of(programs);
    }

    /** Returns the name to display. */
    String title() {
        return title;
    }

    /** Returns the programs that must all exist. */
    List<String> programs() {
        return programs;
    }
}
