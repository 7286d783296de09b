package org.pgpoollab.binaries;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The families of systems by their package names, for advice and, on Debian's family, for downloads. */
enum PackageFamily {
    DEBIAN("apt-get install ", "") {
        @Override
        String packages(RequiredProgram need) {
            return switch (need) {
                case POSTGRESQL -> "postgresql-N postgresql-N-repmgr (N: one that has both)";
                case PGPOOL -> "pgpool2";
                case IP -> "iproute2";
                case ARPING -> "iputils-arping";
                case PING -> "iputils-ping";
                case SOCAT -> "socat";
                case UTIL_LINUX -> "util-linux";
            };
        }
    },
    RED_HAT("dnf install ", " (PostgreSQL's own repository has them: https://yum.postgresql.org)") {
        @Override
        String packages(RequiredProgram need) {
            return switch (need) {
                case POSTGRESQL -> "postgresql17-server repmgr_17";
                case PGPOOL -> "pgpool-II";
                case IP -> "iproute";
                case ARPING, PING -> "iputils";
                case SOCAT -> "socat";
                case UTIL_LINUX -> "util-linux";
            };
        }
    },
    ALPINE("apk add ", "") {
        @Override
        String packages(RequiredProgram need) {
            return switch (need) {
                case POSTGRESQL -> "postgresql repmgr repmgr-daemon";
                case PGPOOL -> "pgpool";
                case IP -> "iproute2";
                case ARPING -> "iputils-arping";
                case PING -> "iputils-ping";
                case SOCAT -> "socat";
                case UTIL_LINUX -> "util-linux util-linux-misc";
            };
        }
    },
    OTHER("install ", "") {
        @Override
        String packages(RequiredProgram need) {
            return switch (need) {
                case POSTGRESQL -> "the PostgreSQL server and repmgr for it";
                case PGPOOL -> "Pgpool-II";
                case IP -> "iproute2";
                case ARPING, PING -> "iputils";
                case SOCAT -> "socat";
                case UTIL_LINUX -> "util-linux";
            };
        }
    };

    private final String command;
    private final String source;

    PackageFamily(String command, String source) {
        this.command = command;
        this.source = source;
    }

    /** @param ids the words of {@code ID} and {@code ID_LIKE} in os-release(5) */
    static PackageFamily of(String ids) {
        var words = List.of(ids.split(" "));
        if (words.contains("debian") || words.contains("ubuntu")) {
            return DEBIAN;
        }
        if (words.contains("fedora") || words.contains("rhel") || words.contains("centos")) {
            return RED_HAT;
        }
        return words.contains("alpine") ? ALPINE : OTHER;
    }

    /** Returns the command that installs what is needed. */
    String advice(Collection<RequiredProgram> needs) {
        var separator = this == OTHER ? ", " : " ";
        return needs.stream().map(this::packages).distinct().collect(Collectors.joining(separator, command, source));
    }

    abstract String packages(RequiredProgram need);
}
