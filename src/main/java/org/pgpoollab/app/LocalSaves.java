package org.pgpoollab.app;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.binaries.LabBinaries;
import org.pgpoollab.engine.HostLinesByEngine;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.load.LabLoad;
import org.pgpoollab.plan.step.EndHosts;
import org.pgpoollab.plan.step.FileChanges;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.save.LabSaves;
import org.pgpoollab.save.RestorePlanner;
import org.pgpoollab.save.Save;
import org.pgpoollab.save.SavePlanner;
import org.pgpoollab.save.SaveStore;
import org.pgpoollab.save.SavedState;
import org.pgpoollab.save.UndoExchange;
import org.pgpoollab.save.UnfinishedRestore;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Release;

/**
 * The saves of the selected lab.
 *
 * @param starts receives each plan that starts the lab
 */
record LocalSaves(
        SelectedLab selected, LifecyclePlans lifecycle, LabSnapshots snapshots, LabLoad load, Consumer<Plan> starts)
        implements LabSaves {

    @Override
    public SaveStore store() {
        return new SaveStore(directory());
    }

    private Lab lab() {
        return selected.lab();
    }

    private LabDirectory directory() {
        return selected.directory();
    }

    @Override
    public Plan save(String name) {
        requireMade();
        refuseDuringChallenge("save");
        refuseUnfinished();
        if (!directory().isOfValue()) {
            throw LabException.failed(
                    "the lab " + lab().name() + " has nothing to save yet", "its first start has not ended", "up");
        }
        return new SavePlanner(lab(), directory(), store()).plan(name);
    }

    /** @throws LabException if files of the lab and of a save are mixed, because a restore was killed */
    private void refuseUnfinished() {
        UnfinishedRestore.mixed(store()).ifPresent(restore -> {
            throw restore.refusal();
        });
    }

    /** @throws LabException if this is no save, but what a killed restore had taken of the lab */
    private void refuseTaken(String name) {
        UnfinishedRestore.mixed(store())
                .filter(restore -> restore.before().equals(name))
                .ifPresent(restore -> {
                    throw restore.refusal();
                });
    }

    @Override
    public Plan restore(String name) {
        requireMade();
        refuseTaken(name);
        var save = required(name);
        refuseDuringChallenge("restore");
        var isRunning = selected.engine().isRunning();
        if (!isRunning) {
            lifecycle.requireNetwork(LabOptions.NONE);
            lifecycle.requireMachine(false);
        }
        requireFit(save);
        var programs = new LabBinaries(selected.parts().binaries(), ownPrograms(save));
        var plan = new RestorePlanner(
                        lab(), directory(), store(), save, selected.parts().files(programs))
                .plan(isRunning ? observed() : SavedState.stopped(lab()), first(isRunning));
        starts.accept(plan);
        return plan;
    }

    private SavedState observed() {
        return SavedState.of(snapshots.observer().glance(), selected.engine());
    }

    private List<Step> first(boolean isRunning) {
        var steps = new ArrayList<>(load.stop().steps());
        if (UnfinishedRestore.mixed(store()).isPresent()) {
            if (isRunning) {
                steps.add(new EndHosts(
                        HostLinesByEngine.of(lab()).destroying(directory().root())));
            }
            steps.add(new UndoExchange(store()));
        }
        return steps;
    }

    @Override
    public Plan remove(String name) {
        requireMade();
        refuseTaken(name);
        if (!store().names().contains(name)) {
            throw unknown(name, "saves remove ");
        }
        return new SavePlanner(lab(), directory(), store()).removal(name);
    }

    private Save required(String name) {
        return store().named(name)
                .orElseThrow(() -> store().names().contains(name)
                        ? LabException.failed(
                                "the save " + name + " cannot be read",
                                "it is damaged, or a later version of this program has made it",
                                ShellQuoting.join(List.of("saves", "remove", name)))
                        : unknown(name, "restore "));
    }

    /** @param command what is typed before the name of a save */
    private LabException unknown(String name, String command) {
        var names = store().names();
        return LabException.failed(
                "the lab " + lab().name() + " has no save '" + name + "'",
                names.isEmpty() ? "it has none at all" : "it has " + String.join(", ", names),
                Nearest.to(name, names).map(near -> command + near).orElse(names.isEmpty() ? "save NAME" : "saves"));
    }

    private void requireMade() {
        if (!Files.exists(directory().labFile())) {
            throw LabException.failed("there is no lab " + lab().name(), "", "up, or see all labs: list");
        }
    }

    private void refuseDuringChallenge(String command) {
        if (Files.exists(directory().challenge())) {
            throw LabException.failed(
                    "a challenge runs on this lab",
                    command + " would tell what it hides, or undo it",
                    "challenge, or: challenge stop");
        }
    }

    private static LabException damaged(String name, String why) {
        return LabException.failed(
                "the save " + name + " is damaged", why, ShellQuoting.join(List.of("saves", "remove", name)));
    }

    private Lab definition(Save save) {
        try {
            return LabFile.read(store().labFile(save.name()), LabOptions.NONE).lab();
        } catch (LabException unreadable) {
            throw damaged(save.name(), unreadable.problems().get(0).what());
        }
    }

    /** @throws LabException if the save is damaged, of another lab, or of data that the lab's programs cannot read */
    private void requireFit(Save save) {
        save.damage(store().files(save.name())).ifPresent(why -> {
            throw damaged(save.name(), why);
        });
        var saved = definition(save);
        if (!saved.with(lab().addresses()).equals(lab())) {
            throw LabException.failed(
                    "the save " + save.name() + " is of another lab than this one is now",
                    "they differ: " + store().labFile(save.name()) + ", "
                            + directory().labFile(),
                    "edit the lab's file back to what it was, or: saves remove " + save.name());
        }
        var major = selected.parts().binaries().postgresMajor();
        if (major != save.postgresMajor()) {
            throw LabException.failed(
                    "the save " + save.name() + " has data of PostgreSQL " + save.postgresMajor()
                            + ", and the lab's programs are now PostgreSQL " + major,
                    "another major version cannot read it",
                    "saves remove " + save.name());
        }
    }

    /** Returns the programs of nodes that were upgraded when the lab was saved. They are fetched again if they were removed since. */
    private Map<Node, Binaries> ownPrograms(Save save) {
        var saved = new LabDirectory(store().files(save.name()));
        var own = new HashMap<>(LabBinaries.own(lab(), saved));
        own.replaceAll((node, programs) -> programs.areThere() ? programs : fetched(node, programs, saved));
        return own;
    }

    private Binaries fetched(Node node, Binaries programs, LabDirectory saved) {
        var others = selected.parts().obtained(new Release(programs.root().release()));
        FileChanges.change("the save cannot be written", () -> others.write(saved.binaries(node)));
        return others;
    }
}
