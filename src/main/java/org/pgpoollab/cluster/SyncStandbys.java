package org.pgpoollab.cluster;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The number of standbys that must confirm a commit, and the names that count, parsed from {@code synchronous_standby_names}; see the
 * grammar in PostgreSQL's syncrep_gram.y.
 *
 * @param needed how many of these must confirm a commit; 0 if none
 * @param names in their order in the setting; {@code *} means any
 */
public record SyncStandbys(int needed, List<String> names) {

    private static final Pattern COUNTED = Pattern.compile("(?is)\\s*(?:(?:first|any)\\s+)?([0-9]+)\\s*\\((.*)\\)\\s*");
    private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^\\s,\"]+)");

    public SyncStandbys {
        names = List.copyOf(names);
    }

    public static SyncStandbys parse(String setting) {
        var counted = COUNTED.matcher(setting);
        if (counted.matches()) {
            return new SyncStandbys(Integer.parseInt(counted.group(1)), names(counted.group(2)));
        }
        var names = names(setting);
        return new SyncStandbys(names.isEmpty() ? 0 : 1, names);
    }

    private static List<String> names(String list) {
        return NAME.matcher(list)
                .results()
                .map(found ->
                        found.group(2) != null ? found.group(2) : found.group(1).replace("\"\"", "\""))
                .collect(Collectors.toList());
    }

    /** Returns whether a standby with this application_name counts. */
    public boolean includes(String standby) {
        return names.stream().anyMatch(name -> name.equals("*") || name.equalsIgnoreCase(standby));
    }
}
