package org.pgpoollab.app;

import java.util.List;
import java.util.Map;

/**
 * The steps that bring a healthy lab into a state in which checks of {@code diagnosis} find something, as data. In the commands
 * {@code $primary}, {@code $standby}, {@code $other} (another standby), {@code $leader}, {@code $pool} and {@code $spare} (pgpools
 * that do not lead) stand for the nodes that have these roles when the scenario begins.
 *
 * @param name what has happened, in words of a user
 * @param checks the identities of the checks that find something, see {@code Diagnosis.checks}; the remedy of the first is typed
 * @param remedy how the expected remedy begins; empty for any
 * @param setup the commands of this program that cause the state, one after another
 */
record Scenario(String name, List<String> checks, String remedy, List<String> setup) {

    Scenario {
        checks = List.copyOf(checks);
        setup = List.copyOf(setup);
    }

    static Scenario of(String name, String checks, String remedy, String... setup) {
        return new Scenario(name, List.of(checks.split(" ")), remedy, List.of(setup));
    }

    /** Returns the scenario with the names of a lab's nodes. */
    Scenario forNodes(Map<String, String> roles) {
        return new Scenario(
                name,
                checks,
                named(remedy, roles),
                setup.stream().map(line -> named(line, roles)).toList());
    }

    private static String named(String line, Map<String, String> roles) {
        var text = line;
        for (var role : roles.entrySet()) {
            text = text.replace("$" + role.getKey(), role.getValue());
        }
        return text;
    }

    @Override
    public String toString() {
        return name;
    }
}
