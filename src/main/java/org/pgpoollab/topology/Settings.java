package org.pgpoollab.topology;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The free settings that override the generated files. A node's own setting wins over that for all nodes, regardless of their order; of two
 * for the same scope the later wins. They are kept in a fixed order, so that equal input gives equal settings.
 */
public record Settings(List<Override> overrides) {

    public static final String POSTGRES = "postgres";
    public static final String PGPOOL = "pgpool";
    public static final String REPMGR = "repmgr";

    /** The scope that means every node. */
    public static final String ALL = "all";

    static final List<String> FILES = List.of(POSTGRES, PGPOOL, REPMGR);

    public static final Settings NONE = new Settings(List.of());

    /** Returns the scope that somebody wrote: the name of the node that is meant, or the same text. */
    static String scope(String written) {
        return Node.parse(written).map(Node::name).orElse(written);
    }

    /**
     * One setting.
     *
     * @param file {@code postgres}, {@code pgpool} or {@code repmgr}
     * @param scope a node's name, or {@code all}
     */
    public record Override(String file, String scope, String name, String value) {

        /** Returns it as it is written after {@code --set}. */
        public String typed() {
            return file + (scope.equals(ALL) ? "" : "." + scope) + "." + name + "=" + value;
        }

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

    /** Returns the settings for one file of one node by name, in the order in which they were given. */
    public Map<String, String> of(String file, Node node) {
        var effective = new LinkedHashMap<String, String>();
        overrides.stream()
                .filter(override -> override.file().equals(file))
                .filter(override ->
                        override.scope().equals(ALL) || override.scope().equals(node.name()))
                .forEach(override -> effective.put(override.name(), override.value()));
        return effective;
    }

    /** Returns a numeric setting for one file of one node; empty if it is missing or no plain number. */
    public Optional<Integer> number(String file, Node node, String name) {
        return Optional.ofNullable(of(file, node).get(name))
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(Integer::valueOf);
    }
}
