package org.pgpoollab.binaries;

import java.util.Optional;
import java.util.regex.Pattern;

/** Parses the output of {@code --version}. */
final class Versions {

    private static final Pattern POSTGRES = Pattern.compile("\\(PostgreSQL\\) ([0-9]+)");
    private static final Pattern PGPOOL = Pattern.compile("pgpool-II version ([0-9]+(?:\\.[0-9]+)*)");
    private static final Pattern REPMGR = Pattern.compile("repmgr ([0-9]+(?:\\.[0-9]+)*)");

    private Versions() {}

    /** Returns 15 for {@code postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)}. */
    static Optional<Integer> postgresMajor(String text) {
        return first(POSTGRES, text).map(Integer::valueOf);
    }

    /** Returns {@code 4.3.5} for {@code pgpool-II version 4.3.5 (tamahomeboshi)}. */
    static Optional<String> pgpool(String text) {
        return first(PGPOOL, text);
    }

    /** Returns {@code 5.3.3} for {@code repmgr 5.3.3}. */
    static Optional<String> repmgr(String text) {
        return first(REPMGR, text);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
