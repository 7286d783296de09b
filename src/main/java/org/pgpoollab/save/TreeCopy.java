package org.pgpoollab.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgpoollab.FullDisk;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.plan.step.FileChanges;

/**
 * Copies files and directories that may be changed meanwhile: first all of them, then, as often as needed, what has changed since. Modes,
 * times and owners are kept, holes stay holes, and blocks are shared where the file system can do that.
 *
 * @param from the directory that holds them
 * @param to the directory that holds the copies
 * @param entries their names
 */
record TreeCopy(Shell shell, Path from, Path to, List<String> entries) {

    private static final List<String> COPY =
            List.of("cp", "-a", "--sparse=always", "--reflink=auto", "--remove-destination");

    TreeCopy {
        entries = List.copyOf(entries);
    }

    /** Copies all. What disappears meanwhile, or cannot be read at once, is left to {@link #catchUp}. */
    void start() {
        var words = new ArrayList<>(COPY);
        words.addAll(List.of("-t", to.toString(), "--"));
        entries.forEach(name -> words.add(from.resolve(name).toString()));
        var ended = shell.run(Command.of(words).within(FileChanges.COPY_LIMIT));
        if (!ended.succeeded() && FullDisk.isNamedIn(ended.errors())) {
            throw FileChanges.failure("the lab's files cannot be copied", ended.lastWords());
        }
    }

    /** Returns what the copy has; nobody but this changes it. */
    Set<Path> copied() {
        try {
            return TreeDifference.paths(to, entries);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Copies what has changed, and removes from the copy what is gone. If nobody writes meanwhile, the copy is exact afterwards.
     *
     * @param copied what the copy has
     * @param begun when the copy was begun before, by the clock of the file system
     * @throws LabException if something could not be copied, as a file that was removed meanwhile
     */
    void catchUp(Set<Path> copied, FileTime begun) {
        try {
            var difference = TreeDifference.of(from, entries, copied, begun);
            for (var gone : difference.gone()) {
                Files.deleteIfExists(to.resolve(gone));
            }
            for (var added : difference.added()) {
                Files.copy(from.resolve(added), to.resolve(added), StandardCopyOption.COPY_ATTRIBUTES);
            }
            copy(difference.changed());
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void copy(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        var names = files.stream().map(Path::toString).collect(Collectors.joining("\0"));
        var script = "cd -- \"$0\" && exec xargs -0 -r " + String.join(" ", COPY) + " --parents -t \"$1\" --";
        var ended = shell.run(Command.of("sh", "-c", script, from.toString(), to.toString())
                .reading(names)
                .within(FileChanges.COPY_LIMIT));
        if (!ended.succeeded()) {
            throw FileChanges.failure("the lab's files cannot be copied", ended.lastWords());
        }
    }

    private static LabException failure(IOException trouble) {
        return FileChanges.failure("the lab's files cannot be copied", Reason.of(trouble));
    }
}
