package org.pgpoollab.save;

import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Await;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.LabFile;

/**
 * Gives a lab whose hosts are off the files of a save, and keeps what was there as a save of its own. If that fails, everything is as it
 * was.
 *
 * @param save the name of the save whose copy is staged
 * @param before the name under which what was there is kept
 * @param state what the lab was before its hosts were ended
 */
record ExchangeFiles(SaveStore store, String save, String before, SavedState state) implements Step {

    @Override
    public String title() {
        return "exchange the lab's files for those of the save";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(
                ShellLine.comment("mv the nodes' directories of the lab to " + store.files(before)),
                ShellLine.comment("mv " + store.staged() + "/* to the lab's directory"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var exchange = new FileExchange(context.lab(), context.directory(), store);
        try {
            exchange.make(save, before);
            var bytes = new DiskUse(context.shell()).of(List.of(store.files(before)));
            LabFile.write(context.lab(), store.labFile(before));
            store.describe(KeepSave.of(before, bytes, KeepSave.contents(store.files(before)), state, context));
            exchange.complete();
        } catch (LabException failure) {
            Await.undisturbed(() -> exchange.undo(context.shell()));
            throw failure;
        }
    }
}
