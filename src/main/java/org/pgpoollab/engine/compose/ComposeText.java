package org.pgpoollab.engine.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * The compose file of a lab's empty hosts, for compose version 1.29 and version 2. Nothing of it differs from one run to the next, so that
 * compose keeps what is there.
 *
 * @param vipPort the port on 127.0.0.1 that leads to the VIP
 * @param gatePort the port on 127.0.0.1 of the gate
 */
record ComposeText(
        Lab lab,
        ContainerNames names,
        ComposeFiles files,
        HostAccount account,
        String image,
        int vipPort,
        int gatePort) {

    /** A host without power does not refuse, it is silent. These make the other hosts notice that in a second or in seconds. */
    private static final List<String> SYSCTLS = List.of(
            "net.ipv4.tcp_retries2=3",
            "net.ipv4.tcp_syn_retries=2",
            "net.ipv4.tcp_keepalive_time=3",
            "net.ipv4.tcp_keepalive_intvl=1",
            "net.ipv4.tcp_keepalive_probes=3");

    String text() {
        var lines = new ArrayList<String>();
        lines.add("# The empty hosts of the lab " + lab.name()
                + ": pgpool-lab writes this file at each up, and starts the servers itself.");
        lines.add("services:");
        lab.nodes().forEach(node -> node(lines, node));
        utility(lines);
        lines.addAll(List.of(
                "networks:",
                "  lab:",
                "    name: " + quoted(names.project()),
                "    labels: " + list(labels("network")),
                "    ipam:",
                "      config:",
                "        - subnet: " + quoted(lab.addresses().subnet()),
                "          gateway: " + quoted(lab.addresses().gateway()),
                "volumes:",
                "  sockets:",
                "    name: " + quoted(names.sockets()),
                "    labels: " + list(labels("volume"))));
        return String.join("\n", lines) + "\n";
    }

    private void node(List<String> lines, Node node) {
        host(lines, node.name(), lab.addresses().of(node), List.of());
        lines.addAll(bind(names.directory().resolve(node.name()).toString(), Engine.NODE_DIRECTORY, false));
    }

    private void utility(List<String> lines) {
        var addresses = lab.addresses();
        host(lines, Engine.UTILITY, addresses.utility(), List.of(addresses.vip()));
        lines.addAll(bind(names.directory().toString(), Engine.NODE_DIRECTORY, false));
        lines.addAll(bind(files.secret().toString(), "/run/secret", true));
        lines.add("    ports: " + list(List.of("127.0.0.1:" + vipPort + ":5432", "127.0.0.1:" + gatePort + ":9999")));
    }

    /** Adds what all hosts have; the list of binds comes last, so that more can follow. */
    private void host(List<String> lines, String host, String address, List<String> more) {
        var command = new ArrayList<>(List.of(host, String.valueOf(account.user()), String.valueOf(account.group())));
        command.addAll(more);
        lines.addAll(List.of(
                "  " + host + ":",
                "    image: " + quoted(image),
                "    container_name: " + quoted(names.container(host)),
                "    hostname: " + quoted(host),
                "    user: \"0:0\"",
                "    working_dir: /",
                "    entrypoint: " + list(List.of("/usr/bin/tini", "--", "bash", "/run/scripts/host.sh")),
                "    command: " + list(command),
                "    labels: " + list(labels(host)),
                "    cap_add: [NET_ADMIN]",
                "    sysctls: " + list(SYSCTLS),
                "    tmpfs: [\"/run:mode=755,exec\"]",
                "    shm_size: 256m",
                "    stop_grace_period: 1s",
                "    restart: \"no\"",
                "    networks:",
                "      lab:",
                "        ipv4_address: " + quoted(address),
                "    extra_hosts: " + list(hosts()),
                "    volumes:",
                "      - type: volume",
                "        source: sockets",
                "        target: /run/sockets"));
        lines.addAll(bind(files.scripts().toString(), "/run/scripts", true));
        lines.addAll(bind(files.directory().resolve("passwd").toString(), "/etc/passwd", true));
        lines.addAll(bind(files.directory().resolve("group").toString(), "/etc/group", true));
    }

    private List<String> labels(String host) {
        return List.of(
                ContainerNames.LAB + "=" + lab.name(),
                ContainerNames.DIRECTORY + "=" + names.directory(),
                ContainerNames.SUBNET + "=" + lab.addresses().subnet(),
                ContainerNames.HOST + "=" + host);
    }

    private List<String> hosts() {
        var hosts = new ArrayList<String>();
        lab.nodes().forEach(node -> hosts.add(node + ":" + lab.addresses().of(node)));
        hosts.add(Engine.UTILITY + ":" + lab.addresses().utility());
        hosts.add(Lab.VIP_NAME + ":" + lab.addresses().vip());
        return hosts;
    }

    private static List<String> bind(String source, String target, boolean readOnly) {
        var lines = new ArrayList<>(List.of(
                "      - type: bind", "        source: " + quoted(source), "        target: " + quoted(target)));
        if (readOnly) {
            lines.add("        read_only: true");
        }
        return lines;
    }

    private static String list(List<String> texts) {
        return texts.stream().map(ComposeText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Quotes a text for YAML, and for compose, which replaces what follows a dollar sign. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "$$") + "\"";
    }
}
