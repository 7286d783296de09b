package org.pgpoollab.apt;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.pgpoollab.LabException;

/**
 * What may be fetched, and from where.
 *
 * @param offline whether nothing may be fetched
 * @param mirrors the address of a mirror of Debian's main archive, and after it that of a mirror of its security updates; what is missing is
 *     that of the machine's own apt sources
 * @param pgdg where PGDG's packages come from
 */
public record FetchPolicy(boolean offline, List<String> mirrors, PgdgSource pgdg) {

    /** The variable of the environment that names the mirrors if no option does. */
    public static final String VARIABLE = "PGPOOL_LAB_MIRROR";

    /** Everything may be fetched, from where the machine gets its own packages. */
    public static final FetchPolicy USUAL = new FetchPolicy(false, List.of(), PgdgSource.USUAL);

    /** An address becomes a word of a sources.list(5), so it must be one. */
    private static final Pattern ADDRESS = Pattern.compile("(https?|file)://?[^\\s\\[\\]#]+");

    private static final int MOST = 2;

    public FetchPolicy {
        mirrors = List.copyOf(mirrors);
    }

    /** @throws LabException with status 2 if the environment names a mirror that cannot be one */
    public static FetchPolicy of(boolean offline, Map<String, String> environment) {
        return new FetchPolicy(offline, List.of(), PgdgSource.of(environment))
                .with(environment.getOrDefault(VARIABLE, ""), VARIABLE + "=");
    }

    /**
     * Returns the same policy with other mirrors.
     *
     * @param addresses one or two, separated by a comma; empty for no others
     * @param typed how they were given, for messages: {@code --mirror }
     * @throws LabException with status 2 if they cannot be addresses of mirrors
     */
    public FetchPolicy with(String addresses, String typed) {
        if (addresses.isBlank()) {
            return this;
        }
        var given = List.of(addresses.strip().split(",", -1));
        if (given.size() > MOST || !given.stream().allMatch(FetchPolicy::isAddress)) {
            throw LabException.usage(
                    "'" + addresses.strip() + "' is no mirror of Debian",
                    "a mirror is an address with http, https or file; after a comma may follow one of security updates",
                    typed + "http://deb.debian.org/debian");
        }
        return new FetchPolicy(offline, given, pgdg);
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** @throws LabException with status 4 if nothing may be fetched */
    public void refuseIfOffline(String missing, String remedy) {
        if (offline) {
            throw LabException.missing(missing, "--offline is given, so nothing is fetched", remedy);
        }
    }
}
