package org.pgpoollab.save;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

/**
 * Plans to save a lab without ending its servers: they are stopped only for the moment in which the last changes are copied. The pgpools are
 * not even that; what they believe is observed.
 */
public record SavePlanner(Lab lab, LabDirectory directory, SaveStore store) {

    public Plan plan(String name) {
        var entries = LabEntries.of(lab, directory);
        var steps = new ArrayList<Step>();
        steps.add(new MakeDraft(store, entries.stream().map(this::source).toList()));
        steps.add(CopyEntries.inParallel("copy the lab's files", directory.root(), store.draftFiles(), entries, true));
        steps.add(new CopyChanges(store, entries));
        steps.add(new KeepSave(store, name));
        return Plan.of("save " + name, steps)
                .undoneBy(new DropDraft(store))
                .advising("back to it: restore " + name + "   all saves: saves");
    }

    private Path source(String entry) {
        return directory.root().resolve(entry);
    }

    /** Plans to remove a save. */
    public Plan removal(String name) {
        return Plan.of("remove the save " + name, List.of(new RemoveSave(store, name, "remove " + name)));
    }
}
