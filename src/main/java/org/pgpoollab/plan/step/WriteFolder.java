package org.pgpoollab.plan.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pgpoollab.FileMode;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.generate.GeneratedTree;
import org.pgpoollab.generate.GeneratedTree.Fate;

/** Writes a folder that runs without this program. It keeps and names files that the user has edited. */
public record WriteFolder(Path root, List<GeneratedFile> files, boolean force) implements Step {

    public WriteFolder {
        files = List.copyOf(files);
    }

    @Override
    public String title() {
        return "write " + files.size() + " files below " + root;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.ofProgram(
                "generate --engine compose " + ShellQuoting.quote(root.toString()) + (force ? " --force" : "")));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        FileChanges.change("the folder " + root + " cannot be made", this::makePrivate);
        new GeneratedTree(root)
                .write(files, force).stream()
                        .filter(outcome -> outcome.fate() == Fate.KEPT)
                        .forEach(outcome -> progress.note("kept " + outcome.path()
                                + ", which was edited by hand (generate --force overwrites it)"));
    }

    private void makePrivate() throws IOException {
        if (Files.exists(root)) {
            return;
        }
        Files.createDirectories(root);
        FileMode.SECRET_DIRECTORY.set(root);
    }
}
