package org.pgpoollab.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.FullDisk;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.plan.step.FileChanges;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Copies what has changed since the copy began, while PostgreSQL and repmgrd are stopped for a moment on all nodes. If that takes too long,
 * they go on, and it tries again; each time there is less to copy.
 *
 * @param entries the names of the files and directories in the lab's directory
 */
record CopyChanges(SaveStore store, List<String> entries) implements Step {

    private static final int TRIES = 8;

    CopyChanges {
        entries = List.copyOf(entries);
    }

    @Override
    public String title() {
        return "hold PostgreSQL still, and copy what has changed meanwhile";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(
                ShellLine.comment("on all PostgreSQL nodes at once, as root: kill -STOP $(pidof postgres repmgrd)"),
                ShellLine.comment("copy the files that have changed"),
                ShellLine.comment("on the same nodes: kill -CONT $(pidof postgres repmgrd)"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var held = new HeldServers(context, running(context));
        var copy = new TreeCopy(context.shell(), context.directory().root(), store.draftFiles(), entries);
        var begun = time(store.draft());
        var trouble = Optional.<LabException>empty();
        for (var attempt = 1; attempt <= TRIES; attempt++) {
            begun = caughtUp(copy, begun);
            trouble = attempt(held, copy, begun);
            if (trouble.isEmpty()) {
                return;
            }
            progress.waitingBecause(trouble.get().problems().get(0).what());
        }
        throw trouble.orElseThrow();
    }

    /** Copies changes while the servers run, so that less is left, and returns when it began. */
    private FileTime caughtUp(TreeCopy copy, FileTime begun) {
        var now = touch(store.draft().resolve("time"));
        try {
            copy.catchUp(copy.copied(), begun);
            return now;
        } catch (LabException changedMeanwhile) {
            refuseToGoOn(changedMeanwhile);
            return begun;
        }
    }

    /** @return why it was not done; empty if it was */
    private static Optional<LabException> attempt(HeldServers held, TreeCopy copy, FileTime begun) {
        try {
            var copied = copy.copied();
            return held.during(() -> copy.catchUp(copied, begun)) ? Optional.empty() : Optional.of(tooSlow(held));
        } catch (LabException failure) {
            refuseToGoOn(failure);
            return Optional.of(failure);
        }
    }

    private static LabException tooSlow(HeldServers held) {
        return LabException.failed(
                "the lab cannot be saved while it or the machine works this hard",
                "its servers would have to be stopped for more than "
                        + held.limit().toMillis() + " ms, and others might take them for dead",
                "load stop; or wait until the machine is less busy, then save again");
    }

    /** Another attempt makes sense unless it was interrupted, the disk is full, or the machine lacks something. */
    private static void refuseToGoOn(LabException failure) {
        if (failure.exit() != Exit.FAILED || FullDisk.isNamedIn(failure.getMessage())) {
            throw failure;
        }
    }

    /** Returns the nodes with servers that write. Nothing can be run on a host that is held, and nothing runs there. */
    private static List<Node> running(StepContext context) {
        var engine = context.engine();
        return context.lab().postgresNodes().stream()
                .filter(engine::isOn)
                .filter(node -> engine.trouble(node)
                        .filter(trouble -> trouble.kind() == HostTrouble.Kind.HELD)
                        .isEmpty())
                .filter(node -> engine.isAlive(node, Server.POSTGRES) || engine.isAlive(node, Server.REPMGRD))
                .toList();
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw FileChanges.failure("the save cannot be completed", Reason.of(e));
        }
    }

    private static FileTime touch(Path file) {
        FileChanges.change("the save cannot be completed", () -> Files.write(file, new byte[0]));
        return time(file);
    }
}
