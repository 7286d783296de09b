package org.pgpoollab.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.LabProgram;
import org.pgpoollab.version.PgpoolTraits;
import org.pgpoollab.version.PostgresTraits;

/** Generates all files of a lab for the programs of this machine. The same input gives the same bytes. */
public final class Generator {

    private final Templates templates = new Templates();
    private final Lab lab;
    private final Function<Node, ToolPaths> tools;

    private Generator(Lab lab, Function<Node, ToolPaths> tools) {
        this.lab = lab;
        this.tools = tools;
    }

    /**
     * Returns every file of a lab whose nodes all have the same programs, in the order of the lab's nodes.
     *
     * @throws LabException with status 4 if a program is too old
     */
    public static List<GeneratedFile> files(Lab lab, ToolPaths tools) {
        return files(lab, node -> tools);
    }

    /**
     * Returns every file, in the order of the lab's nodes.
     *
     * @param tools the programs of each node
     * @throws LabException with status 4 if a program is too old
     */
    public static List<GeneratedFile> files(Lab lab, Function<Node, ToolPaths> tools) {
        lab.nodes().stream().map(tools).distinct().forEach(Generator::refuseTooOld);
        return new Generator(lab, tools).all();
    }

    private static void refuseTooOld(ToolPaths tools) {
        var postgres = tools.versions().postgres();
        if (postgres.compareTo(PostgresTraits.OLDEST) < 0) {
            throw LabException.missing(
                    "PostgreSQL " + postgres + " is too old for a lab",
                    PostgresTraits.TOO_OLD,
                    "install PostgreSQL " + PostgresTraits.OLDEST + " or later");
        }
        var pgpool = tools.versions().pgpool();
        if (pgpool.compareTo(LabProgram.PGPOOL.oldest()) < 0) {
            throw LabException.missing(
                    "Pgpool-II " + pgpool + " is too old for a lab",
                    PgpoolTraits.TOO_OLD,
                    "install Pgpool-II " + LabProgram.PGPOOL.oldest() + " or later");
        }
    }

    private List<GeneratedFile> all() {
        var files = new ArrayList<GeneratedFile>();
        var common = TemplateModels.ofLab(lab);
        files.add(open("hosts", "hosts", common));
        files.add(open("passwd", "passwd", common));
        files.add(open("group", "group", common));
        lab.postgresNodes().forEach(node -> postgres(files, node));
        lab.pgpoolNodes().forEach(node -> pgpool(files, node));
        passwords(files, "client", common);
        return List.copyOf(files);
    }

    private void postgres(List<GeneratedFile> files, Node node) {
        var directory = node.name() + "/";
        files.add(open(
                directory + "postgresql.conf",
                "postgresql.conf",
                TemplateModels.postgres(lab, tools.apply(node), node)));
        files.add(open(directory + "pg_hba.conf", "pg_hba.conf", TemplateModels.ofNode(lab, node)));
        files.add(open(directory + "repmgr.conf", "repmgr.conf", TemplateModels.repmgr(lab, tools.apply(node), node)));
        files.add(open(directory + "follow.sh", "follow.sh", TemplateModels.repmgr(lab, tools.apply(node), node)));
        files.add(open(directory + "promote.sh", "promote.sh", TemplateModels.repmgr(lab, tools.apply(node), node)));
        files.add(open(directory + "data.sh", "data.sh", TemplateModels.repmgr(lab, tools.apply(node), node)));
        files.add(open(directory + "disk.sh", "disk.sh", TemplateModels.ofNode(lab, node)));
        files.add(secret(directory + ".pgpass", "pgpass", TemplateModels.ofLab(lab)));
    }

    private void pgpool(List<GeneratedFile> files, Node node) {
        var directory = node.name() + "/";
        var model = TemplateModels.ofNode(lab, node);
        files.add(open(directory + "pgpool.conf", "pgpool.conf", TemplateModels.pgpool(lab, tools.apply(node), node)));
        files.add(open(directory + "pool_hba.conf", "pool_hba.conf", model));
        files.add(secret(directory + "pcp.conf", "pcp.conf", model));
        files.add(secret(directory + "pool_passwd", "pool_passwd", model));
        files.add(open(directory + "pgpool_node_id", "pgpool_node_id", model));
        passwords(files, node.name(), model);
    }

    private void passwords(List<GeneratedFile> files, String directory, Map<String, Object> model) {
        files.add(secret(directory + "/.pgpass", "pgpass", model));
        files.add(secret(directory + "/.pcppass", "pcppass", model));
    }

    private GeneratedFile open(String path, String template, Map<String, Object> model) {
        return new GeneratedFile(path, templates.render(template, model), false);
    }

    private GeneratedFile secret(String path, String template, Map<String, Object> model) {
        return new GeneratedFile(path, templates.render(template, model), true);
    }
}
