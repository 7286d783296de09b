package org.pgpoollab.plan.step;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.observe.Sessions;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Creates the roles, replication slots and repmgr's table on a fresh primary. */
public record RegisterNodes(Node primary) implements Step {

    @Override
    public String title() {
        return "make the lab's roles and register all nodes on " + primary;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(
                ShellLine.on(primary, "repmgr -f /run/lab/repmgr.conf primary register"),
                ShellLine.comment("and on each standby: repmgr -f /run/lab/repmgr.conf standby register"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var lab = context.lab();
        send(context, "postgres", true, RegistrationSql.roles(lab));
        send(context, "repmgr", false, RegistrationSql.nodes(lab, primary));
    }

    private void send(StepContext context, String database, boolean each, List<String> statements) {
        var where = context.engine()
                .endpoint(primary, Server.POSTGRES.socketDirectory(), Lab.POSTGRES_PORT)
                .orElseThrow(() -> LabException.failed("cannot " + title(), "the host is off", "up"));
        try (var session = Sessions.open(where, database, "postgres", "", Duration.ofSeconds(30))) {
            session.setAutoCommit(each);
            try (var local = session.createStatement()) {
                // With synchronous_standby_names a commit would wait for standbys that can only be created afterwards.
                local.execute("SET synchronous_commit = local");
            }
            for (var statement : statements) {
                try (var sent = session.createStatement()) {
                    sent.execute(statement);
                }
            }
            if (!each) {
                session.commit();
            }
        } catch (SQLException e) {
            throw LabException.failed("cannot " + title(), String.valueOf(e.getMessage()), "logs " + primary);
        }
    }
}
