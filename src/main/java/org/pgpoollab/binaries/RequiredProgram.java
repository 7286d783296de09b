package org.pgpoollab.binaries;

import java.util.List;

/** What a lab cannot do without, in the portions in which it is installed. */
enum RequiredProgram {
    /** Found by its directories, not by its programs: server and extension belong together. See {@link PostgresDirectories}. */
    POSTGRESQL("PostgreSQL with repmgr"),
    PGPOOL("Pgpool-II", "pgpool", "pcp_attach_node"),
    IP("ip", "ip"),
    ARPING("arping", "arping"),
    PING("ping", "ping"),
    SOCAT("socat", "socat"),
    /** Part of every Linux that deserves the name; never fetched. */
    UTIL_LINUX("unshare and nsenter", "unshare", "nsenter");

    private final String title;
    private final List<String> programs;

    RequiredProgram(String title, String... programs) {
        this.title = title;
        this.programs = List.of(programs);
    }

    /** As people call it. */
    String title() {
        return title;
    }

    /** The programs that must be there, all of them. */
    List<String> programs() {
        return programs;
    }
}
