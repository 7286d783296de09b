package org.pgpoollab.plan.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Gives the first primary its data: a fresh database cluster with repmgr's extension. It is created once for each version and kept in the
 * cache, from which every later lab copies it.
 */
public record PrepareData(Node node) implements Step {

    private static final String INCLUDE =
            "# All settings stand in one generated file, out of pg_rewind's reach.\ninclude '/run/lab/postgresql.conf'\n";

    private static final String SCHEMA = """
            CREATE ROLE repmgr SUPERUSER REPLICATION LOGIN;
            ALTER ROLE repmgr SET search_path TO repmgr, "$user", public;
            CREATE DATABASE repmgr OWNER repmgr;
            \\c repmgr
            CREATE EXTENSION repmgr;
            """;

    private static final String INITDB =
            "initdb -D /run/lab/data -U postgres --auth-local=trust --auth-host=scram-sha-256"
                    + " --no-locale --encoding=UTF8 --no-sync --no-instructions";

    @Override
    public String title() {
        return "make the data of " + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(
                ShellLine.on(node, INITDB),
                ShellLine.comment(
                        "and, while it runs for the first time, as its user postgres: CREATE EXTENSION repmgr"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var data = context.engine().directory(node).resolve("data");
        var kept = kept(context);
        if (!Files.exists(kept.resolve("PG_VERSION"))) {
            progress.waiting("initdb: a first database cluster of this version");
            make(context, data);
            keep(context, data, kept);
            return;
        }
        FileChanges.copy(context.shell(), kept, data);
        context.engine().own(node);
    }

    /** Returns the cached copy; there is one for each version of the server and of the extension in it, for each release, whose
     * libraries it was made with, and for each engine, because their servers may run as different users. */
    private static Path kept(StepContext context) {
        var binaries = context.binaries();
        var engine = context.lab().engine();
        var release = binaries.root().isOfMachine() ? "" : "-" + binaries.root().release();
        var suffix = engine == EngineKind.NATIVE ? release : "-" + engine.word();
        return context.cache()
                .resolve("cluster-" + binaries.postgresMajor() + "-repmgr-" + binaries.repmgrVersion() + suffix);
    }

    private void make(StepContext context, Path data) {
        var bin = context.binaries().postgresBin();
        require(context.run(node, Account.POSTGRES, initdb(bin).within(Duration.ofMinutes(2))));
        FileChanges.change(
                "the settings of " + node + " could not be written",
                () -> Files.writeString(data.resolve("postgresql.conf"), INCLUDE));
        context.engine().own(node);
        require(context.run(node, Account.POSTGRES, firstStart(bin)));
        require(context.run(
                node,
                Account.POSTGRES,
                Command.of(
                                bin + "/psql",
                                "-X",
                                "-q",
                                "-v",
                                "ON_ERROR_STOP=1",
                                "-h",
                                Server.POSTGRES.socketDirectory(),
                                "-U",
                                "postgres",
                                "postgres")
                        .reading(SCHEMA)));
        new StopPostgres(node, StopMode.FAST).perform(context, Progress.SILENT);
    }

    private static Command initdb(Path bin) {
        var words = new ArrayList<>(List.of(INITDB.split(" ")));
        words.set(0, bin.resolve(words.get(0)).toString());
        return Command.of(words);
    }

    /**
     * Starts the cluster with the smallest limits. A standby refuses to start from data that was last used with higher limits than its own,
     * and the cached copy serves labs of all sizes.
     */
    private static Command firstStart(Path bin) {
        return Command.of(
                        bin + "/pg_ctl",
                        "-D",
                        "/run/lab/data",
                        "-l",
                        Server.POSTGRES.log(),
                        "-s",
                        "-w",
                        "-o",
                        "-c max_connections=10 -c max_worker_processes=2 -c max_wal_senders=2",
                        "start")
                .within(Duration.ofMinutes(1));
    }

    /** Renames the copy only when it is complete. If two labs create it at the same time, the later copy is dropped. */
    private static void keep(StepContext context, Path data, Path kept) {
        var partial = kept.resolveSibling(
                kept.getFileName() + ".partial-" + ProcessHandle.current().pid());
        FileChanges.change(
                "the cache " + kept.getParent() + " cannot be written",
                () -> Files.createDirectories(kept.getParent()));
        FileChanges.copy(context.shell(), data, partial);
        try {
            Files.move(partial, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (java.io.IOException anotherWasFirst) {
            context.shell().run(Command.of("rm", "-rf", "--", partial.toString()));
        }
    }

    private static void require(org.pgpoollab.engine.Shell.Ended ended) {
        if (!ended.succeeded()) {
            throw FileChanges.failure("the first database cluster could not be made", ended.lastWords());
        }
    }
}
