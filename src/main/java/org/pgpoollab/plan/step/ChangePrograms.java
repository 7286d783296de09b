package org.pgpoollab.plan.step;

import java.nio.file.Files;
import java.util.List;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.generate.GeneratedTree;
import org.pgpoollab.generate.GeneratedTree.Fate;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

/**
 * Gives a node whose host is off other programs, and the configuration files that are generated for them. The host has them from the next
 * time on when it is switched on. From then on, and until it is done again, every command uses them for this node.
 *
 * @param files all of the node's files
 */
public record ChangePrograms(Node node, LabDirectory directory, Binaries programs, List<GeneratedFile> files)
        implements Step {

    public ChangePrograms {
        files = List.copyOf(files);
    }

    @Override
    public String title() {
        return "give " + node + " Pgpool-II " + programs.pgpoolVersion() + " of "
                + programs.root().release() + ", and its configuration";
    }

    @Override
    public List<ShellLine> shell() {
        var root = programs.root();
        return List.of(
                ShellLine.comment(
                        root.isOfMachine()
                                ? node + " gets the root directory of this machine"
                                : node + " gets the root directory " + root.path() + ", by pivot_root(8)"),
                ShellLine.ofProgram("generate"));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        FileChanges.change("the lab's directory cannot be written", () -> {
            if (programs.equals(context.binaries())) {
                Files.deleteIfExists(directory.binaries(node));
            } else {
                programs.write(directory.binaries(node));
            }
        });
        new GeneratedTree(directory.root())
                .write(files, false).stream()
                        .filter(outcome -> outcome.fate() == Fate.KEPT)
                        .forEach(outcome -> progress.note("kept " + outcome.path()
                                + ", which was edited by hand (generate --force overwrites it)"));
        context.engine().own(node);
    }
}
