package org.pgpoollab.app;

import java.util.HashMap;
import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.binaries.LabBinaries;
import org.pgpoollab.binaries.NodePaths;
import org.pgpoollab.binaries.ProgramQuestions;
import org.pgpoollab.binaries.SettingCheck;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.plan.UpgradePlanner;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Release;
import org.pgpoollab.version.LabProgram;

/** Plans upgrades of a lab's pgpools, after everything was fetched and checked that an upgrade could fail for. */
record PoolUpgrades(Lab lab, LabDirectory directory, LabComponents parts, Shell shell) {

    Plan to(Release release, ClusterState state, boolean force) {
        if (lab.engine() != EngineKind.NATIVE) {
            throw LabException.failed(
                    "the pgpools of a lab of containers cannot be upgraded",
                    "all its containers are made of one image",
                    "another lab of that release: up --release " + release + " --name other");
        }
        var target = parts.obtained(release);
        refuseSettings(target);
        refusePath(target);
        return new UpgradePlanner(lab, directory, parts.all(), target, files(target)).plan(state, force);
    }

    /** A pgpool starts with a setting that it does not know, and ignores it. */
    private void refuseSettings(Binaries target) {
        var refused = SettingCheck.by(new ProgramQuestions(shell, target), target.versions())
                .problems(lab, LabProgram.PGPOOL);
        if (!refused.isEmpty()) {
            var instead =
                    "another lab without it: up --release " + target.root().release() + " --name other";
            throw new LabException(
                            Exit.FAILED,
                            refused.stream()
                                    .map(problem -> new Problem(problem.what(), problem.why(), instead))
                                    .toList())
                    .ofPrecondition();
        }
    }

    /** A link that leads to a path with special characters is made for all nodes when the lab starts, see {@link NodePaths}. */
    private void refusePath(Binaries target) {
        var link = NodePaths.of(target).linked();
        if (link.isPresent() && !link.equals(NodePaths.of(parts.binaries()).linked())) {
            throw LabException.failed(
                    "the programs in " + link.get() + " cannot be used for an upgrade",
                    "the path has a blank or another special character",
                    "let XDG_CACHE_HOME name another directory");
        }
    }

    private List<GeneratedFile> files(Binaries target) {
        var all = new HashMap<Node, Binaries>();
        lab.pgpoolNodes().forEach(node -> all.put(node, target));
        return parts.files(new LabBinaries(parts.binaries(), all));
    }
}
