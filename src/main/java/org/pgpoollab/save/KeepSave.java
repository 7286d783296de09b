package org.pgpoollab.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.pgpoollab.Reason;
import org.pgpoollab.plan.step.FileChanges;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.report.ByteSize;
import org.pgpoollab.topology.LabFile;

/** Notes what the lab is, because its files do not tell all of it, and makes the copy a save. */
record KeepSave(SaveStore store, String name) implements Step {

    @Override
    public String title() {
        return "note roles, beliefs and faults, and keep all as " + name;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        FileChanges.change(
                "the save cannot be completed",
                () -> Files.deleteIfExists(store.draft().resolve("time")));
        LabFile.write(context.lab(), store.draftLabFile());
        var bytes = new DiskUse(context.shell()).of(List.of(store.draftFiles()));
        var save = of(name, bytes, contents(store.draftFiles()), observed(context), context);
        store.publish(context.shell(), save);
        progress.note(ByteSize.text(bytes) + ", " + save.condition());
    }

    /** Returns what is in the directories of nodes. */
    static TreeContents contents(Path files) {
        try {
            return TreeContents.of(files);
        } catch (IOException e) {
            throw FileChanges.failure("the save cannot be completed", Reason.of(e));
        }
    }

    private static SavedState observed(StepContext context) {
        return context.engine().isRunning()
                ? SavedState.of(context.observer().examine(), context.engine())
                : SavedState.stopped(context.lab());
    }

    static Save of(String name, long bytes, TreeContents contents, SavedState state, StepContext context) {
        return new Save(
                name,
                Instant.now(),
                bytes,
                contents,
                context.binaries().postgresMajor(),
                context.programs().get().versions(context.lab()).text(),
                state);
    }
}
