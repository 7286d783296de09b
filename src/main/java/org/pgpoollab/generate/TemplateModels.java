package org.pgpoollab.generate;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pgpoollab.topology.AddressPlan;
import org.pgpoollab.topology.ConnectionBudget;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.HealthCheckBudget;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Settings;
import org.pgpoollab.version.PgpoolTraits;
import org.pgpoollab.version.PostgresTraits;
import org.pgpoollab.version.ProgramVersion;

/** Builds the models with the variables of the templates. Texts that need quotes are quoted here; times are in whole seconds. */
final class TemplateModels {

    private TemplateModels() {}

    static Map<String, Object> ofLab(Lab lab) {
        var credentials = lab.credentials();
        var model = new HashMap<String, Object>();
        model.put("subnet", lab.addresses().subnet());
        model.put(
                "gateway", lab.engine() == EngineKind.COMPOSE ? lab.addresses().gateway() : "");
        model.put("vip", lab.addresses().vip());
        model.put("vipName", Lab.VIP_NAME);
        model.put("hosts", hosts(lab));
        model.put("user", credentials.user());
        model.put("password", credentials.password());
        model.put("passwordMd5", md5(credentials.password()));
        model.put("pgpassPassword", ConfigQuoting.field(credentials.password()));
        model.put("pgpassRepmgrPassword", ConfigQuoting.field(credentials.repmgrPassword()));
        return model;
    }

    static Map<String, Object> ofNode(Lab lab, Node node) {
        var model = ofLab(lab);
        model.put("node", node.name());
        model.put("index", node.index());
        return model;
    }

    static Map<String, Object> postgres(Lab lab, ToolPaths tools, Node node) {
        var budget = ConnectionBudget.of(lab);
        var traits = PostgresTraits.of(tools.versions().postgres());
        var replicas = 2 * lab.postgresCount() + 4;
        var model = ofNode(lab, node);
        model.put("port", Lab.POSTGRES_PORT);
        model.put("hasKeepSize", traits.hasKeepSize());
        model.put("hasIoMethod", traits.hasIoMethod());
        model.put("connectionArithmetic", budget.arithmetic());
        model.put("maxConnections", budget.needed());
        model.put("maxWalSenders", replicas);
        model.put("maxReplicationSlots", replicas);
        model.put("maxWorkerProcesses", lab.postgresCount() + 5);
        model.put("walTimeout", seconds(lab.timing().walTimeout()));
        model.put("overlay", overlay(lab, Settings.POSTGRES, node, " = "));
        return model;
    }

    static Map<String, Object> repmgr(Lab lab, ToolPaths tools, Node node) {
        var timing = lab.timing();
        var model = ofNode(lab, node);
        model.put("port", Lab.POSTGRES_PORT);
        model.put("repmgrId", node.repmgrId());
        model.put("postgresBin", ConfigQuoting.quoted(tools.postgresBin()));
        programs(model, tools);
        model.put("conninfoTimeout", seconds(timing.conninfoTimeout()));
        model.put("monitorInterval", seconds(timing.monitorInterval()));
        model.put("reconnectAttempts", timing.reconnectAttempts());
        model.put("reconnectInterval", seconds(timing.reconnectInterval()));
        model.put("primaryFollowTimeout", seconds(timing.primaryFollowTimeout()));
        model.put("standbyFollowTimeout", seconds(timing.standbyFollowTimeout()));
        model.put("rejoinTimeout", seconds(timing.rejoinTimeout()));
        model.put("overlay", overlay(lab, Settings.REPMGR, node, "="));
        return model;
    }

    /** Adds the programs' paths as words of a shell, and pg_ctl also escaped for use inside a quoted value. */
    private static void programs(Map<String, Object> model, ToolPaths tools) {
        var repmgr = ConfigQuoting.shellWord(tools.repmgr());
        var pgCtl = ConfigQuoting.shellWord(tools.postgresBin() + "/pg_ctl");
        model.put("repmgr", repmgr);
        model.put("pgCtl", pgCtl);
        model.put("pgCtlInside", ConfigQuoting.inside(pgCtl));
        model.put("psql", ConfigQuoting.shellWord(tools.postgresBin() + "/psql"));
    }

    static Map<String, Object> pgpool(Lab lab, ToolPaths tools, Node node) {
        var model = ofNode(lab, node);
        model.put("port", Lab.PGPOOL_PORT);
        model.put("pcpPort", Lab.PCP_PORT);
        model.put("postgresPort", Lab.POSTGRES_PORT);
        model.put("backends", named(lab.postgresNodes()));
        model.put("pools", named(lab.pgpoolNodes()));
        model.put("children", ConnectionBudget.usualChildren(lab));
        model.put("maxPool", ConnectionBudget.MAX_POOL);
        model.put("watchdog", lab.hasWatchdog());
        model.put("quorumArithmetic", quorumArithmetic(lab));
        model.put("overlay", overlay(lab, Settings.PGPOOL, node, " = "));
        traits(model, tools.versions().pgpool());
        timing(model, lab);
        virtualAddress(model, tools);
        return model;
    }

    private static void traits(Map<String, Object> model, ProgramVersion version) {
        var traits = PgpoolTraits.of(version);
        model.put("pgpoolVersion", version.toString());
        model.put("socketDirectories", traits.socketDirectories());
        model.put("delegateIp", traits.delegateIp());
        model.put("workDirectory", traits.workDirectory());
        model.put("hasHealthCheckTest", traits.hasHealthCheckTest());
        model.put("hasBackendShutdown", traits.hasBackendShutdown());
    }

    private static void timing(Map<String, Object> model, Lab lab) {
        var timing = lab.timing();
        model.put("whyHealthChecksAreApart", HealthCheckBudget.whyHealthChecksAreApart(lab));
        model.put("healthCheckPeriod", seconds(timing.healthCheckPeriod()));
        model.put("healthCheckTimeout", seconds(timing.healthCheckTimeout()));
        model.put("healthCheckMaxRetries", timing.healthCheckMaxRetries());
        model.put("healthCheckRetryDelay", seconds(timing.healthCheckRetryDelay()));
        model.put("connectTimeout", timing.connectTimeout().toMillis());
        model.put("failoverOnBackendError", timing.failoverOnBackendError());
        model.put("srCheckPeriod", seconds(timing.srCheckPeriod()));
        model.put("wdInterval", seconds(timing.wdInterval()));
        model.put("wdHeartbeatKeepalive", seconds(timing.wdHeartbeatKeepalive()));
        model.put("wdHeartbeatDeadtime", seconds(timing.wdHeartbeatDeadtime()));
    }

    private static void virtualAddress(Map<String, Object> model, ToolPaths tools) {
        model.put("prefixLength", AddressPlan.PREFIX_LENGTH);
        model.put("ip", ConfigQuoting.inside(tools.ip()));
        model.put("ipDirectory", directory(tools.ip()));
        model.put("arping", ConfigQuoting.inside(tools.arping()));
        model.put("arpingDirectory", directory(tools.arping()));
        model.put("pingDirectory", directory(tools.ping()));
    }

    private static String directory(String program) {
        return ConfigQuoting.inside(program.substring(0, program.lastIndexOf('/')));
    }

    private static String quorumArithmetic(Lab lab) {
        return "A quorum is more than half of all pgpools: of " + lab.pgpoolCount() + " it is " + lab.quorum() + ", so "
                + lab.survivableLosses() + " may be lost. Without it nobody holds the VIP.";
    }

    private static List<Map<String, Object>> hosts(Lab lab) {
        return Stream.concat(
                        Stream.of(host("utility", lab.addresses().utility())),
                        lab.nodes().stream()
                                .map(node -> host(node.name(), lab.addresses().of(node))))
                .toList();
    }

    private static Map<String, Object> host(String name, String address) {
        return Map.of("name", name, "address", address);
    }

    private static List<Map<String, Object>> named(List<Node> nodes) {
        return nodes.stream()
                .map(node -> Map.<String, Object>of("index", node.index(), "name", node.name()))
                .toList();
    }

    static List<String> overlay(Lab lab, String file, Node node, String equals) {
        return lab.settings().of(file, node).entrySet().stream()
                .map(setting -> setting.getKey() + equals + ConfigQuoting.value(setting.getValue()))
                .toList();
    }

    private static long seconds(Duration duration) {
        return duration.toSeconds();
    }

    /** Returns the hash as pg_md5 prints it, the only form that pcp accepts. */
    private static String md5(String password) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(password.getBytes(StandardCharsets.UTF_8));
            return String.format("%032x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
