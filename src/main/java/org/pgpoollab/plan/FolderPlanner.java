package org.pgpoollab.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.engine.compose.FolderContainers;
import org.pgpoollab.engine.compose.FolderContainers.FolderContainer;
import org.pgpoollab.generate.EnvFile;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.RecreateContainers;
import org.pgpoollab.plan.step.SetPrimaryHost;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.repair.FolderRepair;
import org.pgpoollab.repair.FolderRepair.FolderNode;
import org.pgpoollab.repair.FolderRepair.Role;

/** Plans how a generated folder for Bitnami's images follows its true primary, after a failover that its .env does not know. */
public record FolderPlanner(Shell shell, Path folder) {

    /** Asked as the user repmgr, whom the images make a superuser: only a superuser sees the sender's host. */
    private static final String QUESTION =
            "PGPASSWORD=$(cat /secrets/repmgr_password) psql -h 127.0.0.1 -U repmgr -d repmgr -Atc "
                    + ShellQuoting.quote("select pg_is_in_recovery(),"
                            + " coalesce((select sender_host from pg_stat_wal_receiver limit 1), '')");

    /**
     * Looks at all PostgreSQL nodes and plans what to write and what to start anew.
     *
     * @param chosen the node that is to be the primary; empty to find it
     */
    public Plan plan(String chosen) {
        var file = folder.resolve(".env");
        var env = read(file);
        var told = env.value(EnvFile.PRIMARY_HOST)
                .orElseThrow(() -> LabException.usage(
                        folder + " is no folder for Bitnami's images",
                        "its .env has no " + EnvFile.PRIMARY_HOST
                                + "; nodes of the lab's own image find the primary themselves",
                        "docker compose up -d"));
        var containers =
                new FolderContainers(shell, folder, env.value(EnvFile.PROJECT).orElse(""));
        var nodes = containers.postgres().stream()
                .map(container -> look(containers, container))
                .toList();
        if (nodes.isEmpty()) {
            throw LabException.failed(
                    "there are no containers of " + folder,
                    "none has the label of a PostgreSQL node of "
                            + env.value(EnvFile.PROJECT).orElse("this folder"),
                    "cd " + ShellQuoting.quote(folder.toString()) + " && docker compose up -d");
        }
        var repair = FolderRepair.of(nodes, chosen);
        var steps = new ArrayList<Step>();
        if (!told.equals(repair.primary())) {
            steps.add(new SetPrimaryHost(file, repair.primary()));
        }
        repair.restarts()
                .forEach(restart -> steps.add(new RecreateContainers(containers, restart.node(), restart.why())));
        return Plan.of("let " + folder + " follow " + repair.primary(), steps);
    }

    private static EnvFile read(Path file) {
        try {
            return new EnvFile(Files.readString(file));
        } catch (IOException e) {
            throw LabException.usage(
                    file.getParent() + " is no generated folder",
                    ".env cannot be read: " + Reason.of(e),
                    "generate --engine compose "
                            + ShellQuoting.quote(file.getParent().toString()));
        }
    }

    private static FolderNode look(FolderContainers containers, FolderContainer container) {
        if (!container.isOn()) {
            return new FolderNode(container.node(), Role.OFF, "");
        }
        var ended = containers.run(container, QUESTION);
        var fields = ended.output().strip().split("\\|", -1);
        if (!ended.succeeded() || fields.length != 2) {
            return new FolderNode(container.node(), Role.SILENT, "");
        }
        return new FolderNode(container.node(), fields[0].equals("f") ? Role.PRIMARY : Role.STANDBY, fields[1]);
    }
}
