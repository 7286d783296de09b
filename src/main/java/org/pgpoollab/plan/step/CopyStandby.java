package org.pgpoollab.plan.step;

import java.nio.file.Files;
import java.util.List;
import org.pgpoollab.topology.Node;

/** Gives a standby a cold copy of the data of a primary that has never run, and makes it follow that primary. */
public record CopyStandby(Node node, Node primary) implements Step {

    @Override
    public String title() {
        return "copy the data of " + primary + " to " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(
                node, "repmgr standby clone -h " + primary + " -U repmgr -d repmgr -f /run/lab/repmgr.conf"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var data = context.engine().directory(node).resolve("data");
        FileChanges.copy(context.shell(), context.engine().directory(primary).resolve("data"), data);
        FileChanges.change("the settings of " + node + " could not be written", () -> {
            Files.createFile(data.resolve("standby.signal"));
            Files.writeString(data.resolve("postgresql.auto.conf"), settings());
        });
        context.engine().own(node);
    }

    /** Returns the same settings as {@code repmgr standby clone} writes. */
    private String settings() {
        return """
                primary_conninfo = 'host=%s port=5432 user=repmgr passfile=/run/lab/.pgpass application_name=''%s'' connect_timeout=2'
                primary_slot_name = '%s'
                recovery_target_timeline = 'latest'
                """.formatted(primary, node, RegistrationSql.slot(node));
    }
}
