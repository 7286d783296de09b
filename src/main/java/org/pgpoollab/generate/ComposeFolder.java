package org.pgpoollab.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pgpoollab.topology.AddressPlan;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

/**
 * Generates a folder that runs a lab as containers by docker-compose alone. The nodes' files come from the same templates as those of a lab
 * that this program runs, with the keys of .env in the place of values. The same input gives the same bytes.
 */
public final class ComposeFolder {

    /** The directory of the two files with passwords, below the folder. */
    public static final String SECRETS = "secrets/";

    /** The port on this machine at which the VIP is reached; labs that this program runs take ports from 15432 on. */
    static final int CLIENT_PORT = 25432;

    private static final String BIN = "/usr/lib/postgresql/current/bin";

    /** What Dockerfile.pgpool installs, by the major version of PostgreSQL. */
    private static final Map<Integer, ProgramVersions> VERSIONS = Map.of(
            15, ProgramVersions.of(ProgramVersion.of(15), ProgramVersion.of(5, 3, 3), ProgramVersion.of(4, 3, 5)),
            17, ProgramVersions.of(ProgramVersion.of(17), ProgramVersion.of(5, 5, 0), ProgramVersion.of(4, 6, 1)),
            18, ProgramVersions.of(ProgramVersion.of(18), ProgramVersion.of(5, 5, 0), ProgramVersion.of(4, 7, 0)));

    private final Templates templates = new Templates();
    private final Lab lab;
    private final ToolPaths image;
    private final int gateway;
    private final int forward;

    private ComposeFolder(Lab lab) {
        this.lab = lab;
        this.image = image(lab);
        this.gateway = free(254, -1);
        this.forward = free(2, 1);
    }

    /** Returns every file of the folder. */
    public static List<GeneratedFile> files(Lab lab) {
        return lab.images().areOwn() ? new ComposeFolder(lab).all() : new BitnamiFolder(lab).all();
    }

    private static ToolPaths image(Lab lab) {
        var versions = VERSIONS.get(lab.release().postgresMajor().orElseThrow());
        return new ToolPaths(versions, BIN, BIN + "/repmgr", "/usr/sbin/ip", "/usr/bin/arping", "/usr/bin/ping");
    }

    /** Returns the last number of an address that is not the VIP. */
    private int free(int wished, int step) {
        var vip = lab.addresses().vip();
        return vip.equals(lab.addresses().network() + "." + wished) ? wished + step : wished;
    }

    private List<GeneratedFile> all() {
        var files = new ArrayList<GeneratedFile>();
        files.add(file("docker-compose.yml", "compose/docker-compose.yml", compose()));
        files.add(file(".env", "compose/env", environment()));
        files.addAll(ImageFiles.in("image"));
        lab.postgresNodes().forEach(node -> postgres(files, node));
        lab.pgpoolNodes().forEach(node -> pgpool(files, node));
        files.add(secret("password", lab.credentials().password()));
        files.add(secret("repmgr_password", lab.credentials().repmgrPassword()));
        return List.copyOf(files);
    }

    private void postgres(List<GeneratedFile> files, Node node) {
        var repmgr = referring(TemplateModels.repmgr(lab, image, node));
        add(files, node, "postgresql.conf", referring(TemplateModels.postgres(lab, image, node)));
        add(files, node, "pg_hba.conf", referring(TemplateModels.ofNode(lab, node)));
        for (var name : List.of("repmgr.conf", "follow.sh", "promote.sh", "data.sh")) {
            add(files, node, name, repmgr);
        }
    }

    private void pgpool(List<GeneratedFile> files, Node node) {
        add(files, node, "pgpool.conf", referring(TemplateModels.pgpool(lab, image, node)));
        add(files, node, "pool_hba.conf", referring(TemplateModels.ofNode(lab, node)));
        add(files, node, "pgpool_node_id", TemplateModels.ofNode(lab, node));
    }

    /** Returns a model with the keys of .env in the place of their values. */
    private static Map<String, Object> referring(Map<String, Object> model) {
        model.put("subnet", TimingKey.reference("SUBNET"));
        model.put("gateway", TimingKey.reference("GATEWAY"));
        model.put("vip", TimingKey.reference("VIP"));
        TimingKey.referTo(model);
        return model;
    }

    private void add(List<GeneratedFile> files, Node node, String name, Map<String, Object> model) {
        files.add(file(node.name() + "/" + name, name, model));
    }

    private GeneratedFile file(String path, String template, Map<String, Object> model) {
        return new GeneratedFile(path, templates.render(template, model), false);
    }

    static GeneratedFile secret(String name, String password) {
        return new GeneratedFile(SECRETS + name, password + "\n", true);
    }

    private Map<String, Object> compose() {
        var model = new HashMap<String, Object>();
        model.put("name", lab.name());
        model.put("user", lab.credentials().user());
        model.put("port", CLIENT_PORT);
        model.put("vipName", Lab.VIP_NAME);
        model.put("gateway", gateway);
        model.put("forward", forward);
        model.put("utility", AddressPlan.UTILITY);
        model.put("hosts", hosts());
        model.put("postgresNames", Node.names(lab.postgresNodes()));
        model.put("postgresNodes", placed(lab.postgresNodes()));
        model.put("pgpoolNodes", placed(lab.pgpoolNodes()));
        model.put("postgresKeys", TimingKey.of(TimingKey.Reader.POSTGRES));
        model.put("pgpoolKeys", TimingKey.of(TimingKey.Reader.PGPOOL));
        return model;
    }

    private List<Map<String, Object>> hosts() {
        var nodes = lab.nodes().stream().map(node -> host(node.name(), networked(AddressPlan.number(node))));
        var others = Stream.of(
                host("utility", networked(AddressPlan.UTILITY)),
                host("forward", networked(forward)),
                host(Lab.VIP_NAME, TimingKey.reference("VIP")));
        return Stream.concat(nodes, others).toList();
    }

    static String networked(int number) {
        return TimingKey.reference("NETWORK") + "." + number;
    }

    static Map<String, Object> host(String name, String address) {
        return Map.of("name", name, "address", address);
    }

    private static List<Map<String, Object>> placed(List<Node> nodes) {
        return nodes.stream()
                .map(node -> Map.<String, Object>of("name", node.name(), "host", AddressPlan.number(node)))
                .toList();
    }

    /** Returns the variables of all templates that have values of the lab's timing. */
    static Map<String, Object> timing(Lab lab) {
        var image = image(lab);
        var values = new HashMap<>(
                TemplateModels.pgpool(lab, image, lab.pgpoolNodes().get(0)));
        values.putAll(TemplateModels.repmgr(lab, image, lab.postgresNodes().get(0)));
        values.putAll(TemplateModels.postgres(lab, image, lab.postgresNodes().get(0)));
        return values;
    }

    private Map<String, Object> environment() {
        var model = new HashMap<String, Object>();
        model.put("name", lab.name());
        model.put("baseImage", lab.release().baseImage());
        model.put("postgresMajor", image.versions().postgres());
        model.put("network", lab.addresses().network());
        model.put("vip", lab.addresses().vip());
        model.put("port", CLIENT_PORT);
        model.put("user", lab.credentials().user());
        model.put("profile", lab.timing().profile());
        model.put("timing", TimingKey.described(timing(lab)));
        return model;
    }
}
