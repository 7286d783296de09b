package org.pgpoollab.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pgpoollab.topology.AddressPlan;
import org.pgpoollab.topology.ConnectionBudget;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Settings;

/**
 * Generates a folder for images with the interface of bitnamilegacy/postgresql-repmgr and bitnamilegacy/pgpool, which write most of their
 * configuration themselves, from environment variables. The variables are those of postgresql-env.sh and pgpool-env.sh in those images.
 */
final class BitnamiFolder {

    /** The last number of the address of the machine itself; no node has it. */
    private static final int GATEWAY = 254;

    private final Templates templates = new Templates();
    private final Lab lab;

    BitnamiFolder(Lab lab) {
        this.lab = lab;
    }

    List<GeneratedFile> all() {
        var model = model();
        var files = new ArrayList<GeneratedFile>();
        files.add(new GeneratedFile("docker-compose.yml", templates.render("compose/bitnami.yml", model), false));
        files.add(new GeneratedFile(".env", templates.render("compose/bitnami-env", model), false));
        lab.postgresNodes().forEach(node -> files.add(settings(node, Settings.POSTGRES, "postgresql.conf", List.of())));
        var children = List.of("num_init_children = " + ConnectionBudget.usualChildren(lab));
        lab.pgpoolNodes().forEach(node -> files.add(settings(node, Settings.PGPOOL, "pgpool.conf", children)));
        files.add(ComposeFolder.secret("password", lab.credentials().password()));
        files.add(ComposeFolder.secret("repmgr_password", lab.credentials().repmgrPassword()));
        return List.copyOf(files);
    }

    /** Returns the file of a node that its image lays over the configuration that it writes itself. */
    private GeneratedFile settings(Node node, String program, String name, List<String> first) {
        var lines = new ArrayList<String>();
        lines.add("# Laid over the " + name + " that the image of " + node + " writes.");
        lines.addAll(first);
        lines.addAll(TemplateModels.overlay(lab, program, node, " = "));
        return new GeneratedFile(node.name() + "/" + name, String.join("\n", lines) + "\n", false);
    }

    private Map<String, Object> model() {
        var model = new HashMap<String, Object>();
        model.put("name", lab.name());
        model.put("postgresImage", lab.images().postgres());
        model.put("pgpoolImage", lab.images().pgpool());
        model.put("network", lab.addresses().network());
        model.put("gateway", GATEWAY);
        model.put("user", lab.credentials().user());
        model.put("profile", lab.timing().profile());
        model.put("primary", lab.postgresNodes().get(0).name());
        model.put("maxConnections", ConnectionBudget.of(lab).needed());
        model.put("maxPool", ConnectionBudget.MAX_POOL);
        model.put("failoverOnBackendError", lab.timing().failoverOnBackendError() ? "on" : "off");
        model.put("postgresKeys", TimingKey.ofBitnami(TimingKey.Reader.POSTGRES));
        model.put("pgpoolKeys", TimingKey.ofBitnami(TimingKey.Reader.PGPOOL));
        model.put("timing", TimingKey.describedForBitnami(ComposeFolder.timing(lab)));
        nodes(model);
        return model;
    }

    private void nodes(Map<String, Object> model) {
        model.put("partners", listed(Node::name));
        model.put("applications", listed(Node::name));
        model.put("backends", listed(node -> node.index() + ":" + node.name() + ":" + Lab.POSTGRES_PORT));
        model.put(
                "postgresNodes",
                lab.postgresNodes().stream().map(BitnamiFolder::postgres).toList());
        model.put(
                "pgpoolNodes",
                lab.pgpoolNodes().stream().map(BitnamiFolder::pgpool).toList());
        model.put(
                "hosts",
                lab.nodes().stream()
                        .map(node -> ComposeFolder.host(node.name(), ComposeFolder.networked(AddressPlan.number(node))))
                        .toList());
    }

    private String listed(Function<Node, String> word) {
        return lab.postgresNodes().stream().map(word).collect(Collectors.joining(","));
    }

    private static Map<String, Object> postgres(Node node) {
        return Map.of("name", node.name(), "host", AddressPlan.number(node), "repmgrId", node.repmgrId());
    }

    private static Map<String, Object> pgpool(Node node) {
        var key = "PGPOOL_" + node.index() + "_PORT";
        return Map.of(
                "name", node.name(),
                "host", AddressPlan.number(node),
                "portKey", key,
                "portReference", TimingKey.reference(key),
                "port", ComposeFolder.CLIENT_PORT + node.index());
    }
}
