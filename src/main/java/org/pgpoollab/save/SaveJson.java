package org.pgpoollab.save;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.FaultText;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.report.Json;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** A save as JSON, without its files. It has the number of its format, so that a later version of this program knows what it reads. */
final class SaveJson {

    private static final String FORMAT = "1";

    private SaveJson() {}

    static String text(Save save) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("format", Integer.parseInt(FORMAT));
        tree.put("time", save.at().toString());
        tree.put("bytes", save.bytes());
        tree.put("contents", List.of(save.contents().files(), save.contents().bytes()));
        tree.put("postgresMajor", save.postgresMajor());
        tree.put("versions", save.versions());
        tree.put("running", save.state().running());
        tree.put("findings", save.state().findings());
        tree.put("faults", save.state().faults().all().stream().map(Fault::text).toList());
        tree.put("nodes", save.state().nodes().stream().map(SaveJson::tree).toList());
        return Json.text(tree) + "\n";
    }

    private static Map<String, Object> tree(SavedNode saved) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("node", saved.node().name());
        tree.put("on", saved.isOn());
        tree.put("running", saved.running().stream().map(Server::program).toList());
        tree.put("role", saved.role());
        tree.put("beliefs", saved.beliefs());
        tree.put("vip", saved.holdsVip());
        return tree;
    }

    /** Parses such a text; empty if it is damaged, or of another format. */
    static Optional<Save> parse(String name, String text) {
        return Json.object(text)
                .filter(tree -> FORMAT.equals(tree.get("format")))
                .flatMap(tree -> save(name, tree));
    }

    private static Optional<Save> save(String name, Map<String, Object> tree) {
        try {
            var nodes = new ArrayList<SavedNode>();
            for (var node : objects(tree.get("nodes"))) {
                nodes.add(node(node).orElseThrow(() -> new IllegalArgumentException("no node")));
            }
            var faults = texts(tree.get("faults")).stream()
                    .flatMap(text -> FaultText.parse(text).stream())
                    .reduce(Faults.NONE, Faults::with, (some, others) -> others);
            var state = new SavedState(isTrue(tree.get("running")), nodes, faults, texts(tree.get("findings")));
            return Optional.of(new Save(
                    name,
                    Instant.parse(String.valueOf(tree.get("time"))),
                    Long.parseLong(String.valueOf(tree.get("bytes"))),
                    contents(texts(tree.get("contents"))),
                    Integer.parseInt(String.valueOf(tree.get("postgresMajor"))),
                    String.valueOf(tree.get("versions")),
                    state));
        } catch (DateTimeException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static TreeContents contents(List<String> numbers) {
        return numbers.size() == 2
                ? new TreeContents(Long.parseLong(numbers.get(0)), Long.parseLong(numbers.get(1)))
                : TreeContents.UNKNOWN;
    }

    private static Optional<SavedNode> node(Map<?, ?> tree) {
        return Node.parse(String.valueOf(tree.get("node")))
                .map(node -> new SavedNode(
                        node,
                        isTrue(tree.get("on")),
                        servers(tree.get("running")),
                        String.valueOf(tree.get("role")),
                        beliefs(tree.get("beliefs")),
                        isTrue(tree.get("vip"))));
    }

    private static Set<Server> servers(Object programs) {
        var servers = new LinkedHashSet<Server>();
        for (var server : Server.values()) {
            if (texts(programs).contains(server.program())) {
                servers.add(server);
            }
        }
        return servers;
    }

    private static Map<String, String> beliefs(Object tree) {
        var beliefs = new LinkedHashMap<String, String>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((backend, belief) -> beliefs.put(String.valueOf(backend), String.valueOf(belief)));
        }
        return beliefs;
    }

    private static List<? extends Map<?, ?>> objects(Object list) {
        return list instanceof List<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(each -> (Map<?, ?>) each)
                        .toList()
                : List.of();
    }

    private static List<String> texts(Object list) {
        return list instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }

    private static boolean isTrue(Object value) {
        return Boolean.TRUE.equals(value);
    }
}
