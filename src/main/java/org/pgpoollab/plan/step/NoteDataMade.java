package org.pgpoollab.plan.step;

import java.nio.file.Files;
import java.util.List;
import org.pgpoollab.topology.LabDirectory;

/** Records that the data of a fresh lab is complete: from now on {@code up} keeps it, although the lab was never proved to work. */
public record NoteDataMade(LabDirectory directory) implements Step {

    @Override
    public String title() {
        return "note that the data is complete";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        FileChanges.change("the lab's directory cannot be written", () -> {
            if (!Files.exists(directory.dataMade())) {
                Files.createFile(directory.dataMade());
            }
        });
    }
}
