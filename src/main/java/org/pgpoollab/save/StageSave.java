package org.pgpoollab.save;

import java.nio.file.Files;
import java.util.List;
import org.pgpoollab.plan.step.FileChanges;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;

/** Makes the directory for the copy of a save, if there is room for it. The lab's own files are only renamed. */
record StageSave(SaveStore store, Save save) implements Step {

    @Override
    public String title() {
        return "look that there is room for the files of " + save.name();
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.here("mkdir -p " + store.staged()));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        store.prepare(context.shell());
        FileChanges.change("the save cannot be copied", () -> Files.createDirectories(store.staged()));
        new DiskUse(context.shell())
                .requireRoom(
                        "a copy of the save " + save.name(),
                        save.bytes(),
                        store.staged(),
                        store.files(save.name()).resolve("pg-0/data/global/pg_control"));
    }
}
