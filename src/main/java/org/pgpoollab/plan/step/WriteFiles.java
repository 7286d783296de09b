package org.pgpoollab.plan.step;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.pgpoollab.FileMode;
import org.pgpoollab.binaries.NodePaths;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.generate.GeneratedTree;
import org.pgpoollab.generate.GeneratedTree.Fate;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabFormat;

/** Writes the lab's generated files. It keeps and names files that the user has edited. */
public record WriteFiles(Lab lab, LabDirectory directory, List<GeneratedFile> files, boolean force) implements Step {

    public WriteFiles {
        files = List.copyOf(files);
    }

    @Override
    public String title() {
        return "write " + files.size() + " files below " + directory.root();
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.ofProgram("generate" + (force ? " --force" : "")));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        makeRoot(context);
        FileChanges.change(
                "the lab's directory cannot be made private", () -> FileMode.SECRET_DIRECTORY.set(directory.root()));
        LabFormat.write(directory);
        LabFile.write(lab, directory.labFile());
        FileChanges.change(
                "the lab's directory cannot be written",
                () -> context.binaries().write(directory.binaries()));
        FileChanges.change("the lab's directory cannot be written", () -> link(NodePaths.of(context.binaries())));
        new GeneratedTree(directory.root())
                .write(files, force).stream()
                        .filter(outcome -> outcome.fate() == Fate.KEPT)
                        .forEach(outcome -> progress.note("kept " + outcome.path()
                                + ", which was edited by hand (generate --force overwrites it)"));
        lab.nodes().forEach(context.engine()::own);
    }

    private void makeRoot(StepContext context) {
        var isNew = !Files.exists(directory.root());
        FileChanges.change("the lab's directory cannot be made", () -> Files.createDirectories(directory.root()));
        if (isNew) {
            FileChanges.spread(context.shell(), directory.root());
        }
    }

    private void link(NodePaths paths) throws IOException {
        Files.deleteIfExists(directory.programs());
        if (paths.linked().isPresent()) {
            Files.createSymbolicLink(directory.programs(), paths.linked().get());
        }
    }
}
