package org.pgpoollab.apt;

import java.util.Map;
import org.pgpoollab.LabException;

/**
 * Where PGDG's packages come from, the repository of PostgreSQL's own packages for Debian.
 *
 * @param address that of the repository, or of a mirror of it
 * @param keyFile the file of the keys that verify it; empty for those in Debian's package postgresql-common
 */
public record PgdgSource(String address, String keyFile) {

    /** The variable of the environment that names a mirror. */
    public static final String MIRROR_VARIABLE = "PGPOOL_LAB_PGDG_MIRROR";

    /** The variable of the environment that names a file of keys. */
    public static final String KEY_VARIABLE = "PGPOOL_LAB_PGDG_KEY";

    /** PGDG's own repository, verified by the keys that Debian has. */
    public static final PgdgSource USUAL = new PgdgSource("https://apt.postgresql.org/pub/repos/apt/", "");

    /** @throws LabException with status 2 if the environment names a mirror that cannot be one */
    public static PgdgSource of(Map<String, String> environment) {
        var mirror = environment.getOrDefault(MIRROR_VARIABLE, "").strip();
        if (!mirror.isEmpty() && !FetchPolicy.isAddress(mirror)) {
            throw LabException.usage(
                    "'" + mirror + "' is no mirror of apt.postgresql.org",
                    "a mirror is an address with http, https or file",
                    MIRROR_VARIABLE + "=" + USUAL.address);
        }
        return new PgdgSource(
                mirror.isEmpty() ? USUAL.address : mirror,
                environment.getOrDefault(KEY_VARIABLE, "").strip());
    }
}
