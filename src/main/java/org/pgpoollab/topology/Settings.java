package org.pgpoollab.topology;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Free settings laid over the generated files. A node's own setting beats that for all nodes, wherever the two were given; of two
 * for the same scope the later wins. Kept in one order, so that equal wishes are equal settings.
 */
public record Settings(List<Override> overrides) {

    public static final String POSTGRES = "postgres";
    public static final String PGPOOL = "pgpool";
    public static final String REPMGR = "repmgr";

    /** The scope that means every node. */
    public static final String ALL = "all";

    static final List<String> FILES = List.of(POSTGRES, PGPOOL, REPMGR);

    public static final Settings NONE = new Settings(List.of());

    /**
     * One setting.
     *
     * @param file {@code postgres}, {@code pgpool} or {@code repmgr}
     * @param scope a node's name, or {@code all}
     */
    public record Override(String file, String scope, String name, String value) {

        private int rank() {
            var node = Node.parse(scope).map(Node::index).orElse(-1);
            return FILES.indexOf(file) * 1000 + node;
        }

        private String place() {
            return file + "." + scope + "." + name;
        }
    }

    public Settings {
        var latest = new LinkedHashMap<String, Override>();
        overrides.forEach(override -> latest.put(override.place(), override));
        overrides = latest.values().stream()
                .sorted(Comparator.comparingInt(Override::rank))
                .toList();
    }

    /** What is laid over one file of one node, by the settings' names, in the order they were given. */
    public Map<String, String> of(String file, Node node) {
        var effective = new LinkedHashMap<String, String>();
        overrides.stream()
                .filter(override -> override.file().equals(file))
                .filter(override -> override.scope().equals(ALL) || override.scope().equals(node.name()))
                .forEach(override -> effective.put(override.name(), override.value()));
        return effective;
    }

    /** A number among the settings of one file of one node; empty if it is not there, or no plain number. */
    public Optional<Integer> number(String file, Node node, String name) {
        return Optional.ofNullable(of(file, node).get(name))
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(Integer::valueOf);
    }
}
