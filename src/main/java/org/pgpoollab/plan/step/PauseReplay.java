package org.pgpoollab.plan.step;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.fault.Fault.Lag;
import org.pgpoollab.observe.Sessions;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Pauses or resumes WAL replay on a standby, which still receives WAL. A PostgreSQL that does not replay WAL is left unchanged. */
public record PauseReplay(Node node, boolean held) implements Step {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    /**
     * Removes the recorded pause of a PostgreSQL that has ended: the pause ends with the server, which replays again after its next start.
     */
    static void forget(Node node, StepContext context) {
        var noted = context.faultsFile().read();
        var lasting = noted.without(new Lag(node)::equals);
        if (!lasting.equals(noted)) {
            context.faultsFile().write(lasting);
        }
    }

    @Override
    public String title() {
        return (held ? "pause replay on " : "resume replay on ") + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(node, "psql -h /run/postgresql -U postgres -c 'SELECT " + function() + "()'"));
    }

    private String function() {
        return held ? "pg_wal_replay_pause" : "pg_wal_replay_resume";
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var where = context.engine()
                .endpoint(node, Server.POSTGRES.socketDirectory(), Lab.POSTGRES_PORT)
                .orElseThrow(() -> LabException.failed("cannot " + title(), "the host is off", "start " + node));
        try (var session = Sessions.open(where, "postgres", "postgres", "", TIME_LIMIT);
                var sent = session.createStatement()) {
            sent.execute("SELECT CASE WHEN pg_is_in_recovery() THEN " + function() + "() END");
        } catch (SQLException e) {
            throw LabException.failed("cannot " + title(), String.valueOf(e.getMessage()), "logs " + node);
        }
    }
}
