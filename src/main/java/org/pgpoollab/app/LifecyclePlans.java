package org.pgpoollab.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.load.LabLoad;
import org.pgpoollab.plan.LifecyclePlanner;
import org.pgpoollab.plan.MachineSizing;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.save.SaveStore;
import org.pgpoollab.save.UndoExchange;
import org.pgpoollab.save.UnfinishedRestore;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Server;

/** Makes the plans that create a command's lab, write its files or remove it; each selects and locks the lab first. */
final class LifecyclePlans {

    private final SelectedLab selected;

    LifecyclePlans(SelectedLab selected) {
        this.selected = selected;
    }

    /** @throws LabException with status 4 if the machine lacks something; with {@code force} its size does not matter */
    Plan up(LabOptions wishes, Duration timeout, boolean force) {
        selected.settle(wishes, "up");
        refuseOtherEngine();
        putBackFiles();
        requireNetwork(wishes);
        requireMachine(force);
        var engine = selected.engine();
        refuse(selected.parts().versions().tooOld());
        var files = files();
        tellUntried();
        return planner().up(files, engine.isRunning(), node -> engine.isAlive(node, Server.POSTGRES), timeout);
    }

    /** Refuses to build a lab while what another engine has started for it still runs: a first start that was killed leaves it so. */
    private void refuseOtherEngine() {
        var kind = selected.lab().engine();
        var name = selected.lab().name();
        new Engines(selected.shell())
                .runningInsteadOf(kind, selected.directory().root())
                .ifPresent(other -> {
                    throw LabException.failed(
                            "the lab " + name + " cannot be built with " + kind.word(),
                            "a start with " + other.word()
                                    + " was ended before it was complete, and what it started still runs",
                            LabRegistry.typed("down", name) + "; "
                                    + LabRegistry.typed("up --engine " + kind.word(), name));
                });
    }

    /**
     * Puts back the files of the lab if a restore was killed while it exchanged them, and removes what other killed commands left. This is no
     * step, because the plan depends on what the files are.
     */
    private void putBackFiles() {
        var store = new SaveStore(selected.directory());
        if (selected.isDryRun() || selected.engine().isRunning()) {
            UnfinishedRestore.mixed(store).ifPresent(restore -> {
                throw restore.refusal();
            });
            return;
        }
        UnfinishedRestore.of(store).ifPresent(restore -> selected.warn(told(restore)));
        UndoExchange.now(selected.lab(), selected.directory(), store, selected.shell());
        store.clear(selected.shell());
    }

    private static String told(UnfinishedRestore restore) {
        return restore.problem().what() + "; "
                + (restore.isMixed()
                        ? "what was there before is put back"
                        : restore.problem().why());
    }

    /** Gives a lab of containers that does not run a network that is free. */
    void requireNetwork(LabOptions wishes) {
        if (selected.lab().engine() == EngineKind.COMPOSE) {
            selected.moveToFreeNetwork(wishes);
        }
    }

    /**
     * Requires that the lab can run on this machine, and prepares its programs unless it runs.
     *
     * @throws LabException with status 4 if the machine lacks something; with {@code force} its size does not matter
     */
    void requireMachine(boolean force) {
        var engine = selected.engine();
        refuse(engine.obstacles().stream().map(LifecyclePlans::withDoctor).toList());
        if (!force && !engine.isRunning()) {
            var fresh = !selected.directory().isOfValue();
            refuse(new MachineSizing(selected.lab(), fresh, engine.capacity(), engine.others()).problems());
        }
        if (!engine.isRunning()) {
            selected.parts().prepareBinaries();
        }
    }

    /** Adds where to see all that the machine has and lacks. */
    private static Problem withDoctor(Problem obstacle) {
        var seeAll = "doctor    (what this machine can do, and what it lacks)";
        return new Problem(
                obstacle.what(),
                obstacle.why(),
                obstacle.remedy().isEmpty() ? seeAll : obstacle.remedy() + "\nor: " + seeAll);
    }

    private static void refuse(List<Problem> lacking) {
        if (!lacking.isEmpty()) {
            throw new LabException(Exit.MISSING, lacking);
        }
    }

    /** @param folder where a folder of containers is written; empty for a directory named as the lab, and for the engine native */
    Plan generate(LabOptions wishes, String folder, boolean force) {
        var containers = selected.containers(wishes, folder);
        if (containers.isPresent()) {
            return composeFolder(containers.get(), folder).plan(force);
        }
        refuseFolder(folder);
        selected.settle(wishes, "generate");
        var files = files();
        tellUntried();
        return planner().generate(files, force);
    }

    List<GeneratedFile> rendered(LabOptions wishes, String folder) {
        var containers = selected.containers(wishes, folder);
        if (containers.isPresent()) {
            return composeFolder(containers.get(), folder).files();
        }
        refuseFolder(folder);
        selected.settle(wishes, "generate");
        return files();
    }

    private static FolderWriter composeFolder(Lab lab, String folder) {
        return FolderWriter.of(lab, Path.of(folder.isEmpty() ? lab.name() : folder));
    }

    private static void refuseFolder(String folder) {
        if (!folder.isEmpty()) {
            throw LabException.usage(
                    "generate takes no directory for a lab of the engine native",
                    "its files belong into the lab's own directory",
                    "generate, or for containers: generate --engine compose " + ShellQuoting.quote(folder));
        }
    }

    /** Plans to stop the load first, so that it does not record the end of the lab, and then to remove the lab that is selected. */
    Plan down(boolean keep, LabLoad load) {
        if (!Files.exists(selected.directory().root()) && !selected.engine().hasRemains()) {
            return Plan.of("take down " + selected.lab().name(), List.of());
        }
        var plan = planner().down(keep);
        var steps = new ArrayList<>(load.stop().steps());
        steps.addAll(plan.steps());
        return new Plan(plan.title(), steps, plan.undo(), plan.advice());
    }

    private LifecyclePlanner planner() {
        return new LifecyclePlanner(selected.lab(), selected.directory());
    }

    /** Says which programs are newer than all that is known of them, as long as the lab is not made. */
    private void tellUntried() {
        if (!selected.directory().isOfValue()) {
            selected.parts().versions().untried().forEach(selected::warn);
        }
    }

    /** @throws LabException with status 2 if a program of a lab that is not made yet refuses one of its settings */
    private List<GeneratedFile> files() {
        if (!selected.directory().isOfValue()) {
            var refused = selected.parts().refusedSettings();
            if (!refused.isEmpty()) {
                throw new LabException(Exit.USAGE, refused);
            }
        }
        return selected.parts().files();
    }
}
