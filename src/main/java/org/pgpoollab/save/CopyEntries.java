package org.pgpoollab.save;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.plan.step.FileChanges;
import org.pgpoollab.plan.step.ParallelStep;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Node;

/**
 * Copies some files and directories of one directory into another.
 *
 * @param mayChange whether servers may change them meanwhile; {@link CopyChanges} completes the copy then
 */
record CopyEntries(String title, Path from, Path to, List<String> entries, boolean mayChange) implements Step {

    CopyEntries {
        entries = List.copyOf(entries);
    }

    /** Returns a step that copies the directories of nodes at the same time, and then everything else. */
    static Step inParallel(String title, Path from, Path to, List<String> entries, boolean mayChange) {
        var nodes = entries.stream().filter(CopyEntries::isNode).toList();
        var rest = entries.stream().filter(name -> !isNode(name)).toList();
        return ParallelStep.inWaves(
                title,
                Stream.concat(nodes.stream().map(List::of), Stream.of(rest).filter(names -> !names.isEmpty()))
                        .map(names -> new CopyEntries(title(names), from, to, names, mayChange))
                        .toList());
    }

    private static boolean isNode(String name) {
        return Node.parse(name).isPresent();
    }

    private static String title(List<String> names) {
        return "copy " + (isNode(names.get(0)) ? names.get(0) : "the files of all nodes and of clients");
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.here(ShellQuoting.join(Stream.of(
                        List.of("cp", "-a", "--reflink=auto", "--sparse=always", "--"),
                        entries.stream()
                                .map(name -> from.resolve(name).toString())
                                .toList(),
                        List.of(to.toString()))
                .flatMap(List::stream)
                .toList())));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        if (mayChange) {
            new TreeCopy(context.shell(), from, to, entries).start();
            return;
        }
        entries.forEach(name -> FileChanges.copy(context.shell(), from.resolve(name), to.resolve(name)));
    }
}
