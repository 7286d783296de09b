package org.pgpoollab.cluster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.pgpoollab.topology.Node;

/**
 * Finds the settings, such as max_connections, that are lower on a standby than on its primary. With a lower value the standby pauses replay,
 * and does not start again; see CheckRequiredParameterValues in xlogrecovery.c.
 */
public final class StandbyLimits {

    private static final Pattern TOO_LOW = Pattern.compile(
            "([a-z_]+) = [0-9]+ is a lower setting than on the primary server, where its value was ([0-9]+)");

    private StandbyLimits() {}

    /** Returns the settings that are lower on a node than on the primary, each with the primary's value. */
    public static Map<String, Integer> lacking(ClusterState state, Node node) {
        var here = of(state, node);
        var lacking = new LinkedHashMap<String, Integer>();
        Replication.leadingPrimary(state)
                .filter(primary -> !primary.equals(node))
                .map(primary -> of(state, primary))
                .orElse(Map.of())
                .forEach((name, needed) -> {
                    if (here.getOrDefault(name, needed) < needed) {
                        lacking.put(name, needed);
                    }
                });
        return Collections.unmodifiableMap(lacking);
    }

    /** Returns the setting that is too low, from the message that the server wrote when it ended because of it. */
    public static Map<String, Integer> lacking(String fatal) {
        var line = TOO_LOW.matcher(fatal);
        return line.find() ? Map.of(line.group(1), Integer.valueOf(line.group(2))) : Map.of();
    }

    /**
     * Returns the shell line that raises a setting of a server that does not run. It appends a line, because the last line of a setting
     * counts.
     */
    public static String line(String name, int needed) {
        return "echo " + name + " = " + needed + " >> /run/lab/data/postgresql.auto.conf";
    }

    /** Returns the settings of a node; empty if it does not answer. */
    public static Map<String, Integer> of(ClusterState state, Node node) {
        return state.postgres(node)
                .says()
                .value()
                .map(facts -> facts.server().limits())
                .orElse(Map.of());
    }
}
