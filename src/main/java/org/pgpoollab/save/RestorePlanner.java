package org.pgpoollab.save;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.engine.HostLinesByEngine;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.plan.ProveLab;
import org.pgpoollab.plan.step.EndHosts;
import org.pgpoollab.plan.step.GuidedStep;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.UndoableSteps;
import org.pgpoollab.plan.step.WriteFiles;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

/**
 * Plans to make a lab what it was when it was saved. The save is copied while the lab still runs, so that little can fail once its hosts are
 * ended; what was there is kept as a save of its own until the restored lab is proved.
 *
 * @param files the files that are generated for the lab, as {@code up} writes them
 */
public record RestorePlanner(Lab lab, LabDirectory directory, SaveStore store, Save save, List<GeneratedFile> files) {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String BEFORE = "before-restore";

    private static final Problem NOTHING_EXCHANGED =
            new Problem("nothing was restored", "the lab's files are what they were, and its hosts have ended", "up");

    public RestorePlanner {
        files = List.copyOf(files);
    }

    /**
     * @param now what the lab is
     * @param first steps that come before all others, such as to stop a load
     */
    public Plan plan(SavedState now, List<Step> first) {
        var before = store.freeName(BEFORE);
        var steps = new ArrayList<Step>(first);
        steps.add(new UndoableSteps(staging()));
        if (now.running()) {
            steps.add(new GuidedStep(
                    new EndHosts(HostLinesByEngine.of(lab).destroying(directory.root())), NOTHING_EXCHANGED));
        }
        steps.add(new GuidedStep(new ExchangeFiles(store, save.name(), before, now), NOTHING_EXCHANGED));
        rest(before).forEach(step -> steps.add(new GuidedStep(step, wayOn(before))));
        return Plan.of("restore " + save.name(), steps)
                .undoneBy(new DropDraft(store))
                .advising(save.state().running() ? "look: status" : "it did not run when it was saved: up");
    }

    private Plan staging() {
        return Plan.of(
                        "copy the save " + save.name(),
                        new StageSave(store, save),
                        CopyEntries.inParallel(
                                "copy the files of " + save.name(),
                                store.files(save.name()),
                                store.staged(),
                                names(),
                                false))
                .undoneBy(new DropDraft(store));
    }

    private List<String> names() {
        try (var all = Files.list(store.files(save.name()))) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw LabException.failed(
                    "the save " + save.name() + " is damaged",
                    String.valueOf(e.getMessage()),
                    "saves remove " + save.name());
        }
    }

    private List<Step> rest(String before) {
        var steps = new ArrayList<Step>();
        steps.add(new WriteFiles(lab, directory, files, false));
        if (save.state().running()) {
            var start = new RestoredStart(lab, directory, save.state(), store.files(save.name()));
            if (save.state().isHealthy()) {
                steps.addAll(start.allAtOnce());
                steps.add(new ProveLab(lab, directory, LIMIT));
            } else {
                steps.addAll(start.asItWas());
                steps.add(new AwaitSavedState(save.name(), save.state(), LIMIT));
            }
        }
        steps.add(new RemoveSave(store, before, "remove what the lab was before"));
        return steps;
    }

    private Problem wayOn(String before) {
        return new Problem(
                "the restore is not complete",
                "what the lab was before is kept as the save " + before,
                "restore " + before + ", or once more: restore " + save.name());
    }
}
