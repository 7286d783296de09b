package org.pgpoollab.save;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pgpoollab.plan.step.FileChanges;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;

/**
 * Makes the directory in which a save is made, if there is room for it.
 *
 * @param entries the files and directories that are saved
 */
record MakeDraft(SaveStore store, List<Path> entries) implements Step {

    MakeDraft {
        entries = List.copyOf(entries);
    }

    @Override
    public String title() {
        return "look that there is room for the save";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.here("mkdir -p " + store.draftFiles()));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        store.prepare(context.shell());
        FileChanges.change("the save cannot be made", () -> Files.createDirectories(store.draftFiles()));
        var disk = new DiskUse(context.shell());
        disk.requireRoom(
                "the save",
                disk.of(entries),
                store.draft(),
                context.directory().of(context.lab().nodes().get(0)).resolve("data/global/pg_control"));
    }
}
