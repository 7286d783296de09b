package org.pgpoollab.plan.step;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pgpoollab.FullDisk;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;

/** Changes files, and reports a full disk differently from other errors. */
public final class FileChanges {

    public interface Change {
        void make() throws IOException;
    }

    /** The longest time that copying or removing many files may take. */
    public static final Duration COPY_LIMIT = Duration.ofMinutes(3);

    private static final int BRANCHES = 32;
    private static final int FILES_TOGETHER = 16;

    private static final Pattern NOT_ALLOWED = Pattern.compile("Permission denied|access denied|Read-only file system");

    private FileChanges() {}

    public static void change(String what, Change change) {
        try {
            change.make();
        } catch (IOException e) {
            throw failure(what, Reason.of(e));
        }
    }

    /** Copies a directory with its modes. Sparse files stay sparse, and blocks are shared if the file system can do that. */
    public static void copy(Shell shell, Path from, Path to) {
        var ended = shell.run(
                Command.of("cp", "-a", "--sparse=always", "--reflink=auto", "--", from.toString(), to.toString())
                        .within(COPY_LIMIT));
        if (!ended.succeeded()) {
            throw failure("the data could not be copied to " + to, ended.lastWords());
        }
    }

    /**
     * Removes everything at the given depth below directories, many branches in parallel: each directory by a process of its own, single
     * files by a few together, because on a virtual machine to start a process costs more than to remove a file. On a file system with the
     * mount option discard, removing one file after another waits for the disk at each file, which takes minutes for many nodes. A caller
     * that must be sure that nothing is left still removes the directories themselves, which is fast then.
     */
    public static void removeBranches(Shell shell, List<Path> directories, int depth) {
        var script = branches("-type d", 1) + "; " + branches("! -type d", FILES_TOGETHER);
        var words = new ArrayList<>(List.of("sh", "-c", script, String.valueOf(depth)));
        directories.forEach(directory -> words.add(directory.toString()));
        shell.run(Command.of(words).within(COPY_LIMIT));
    }

    private static String branches(String kind, int together) {
        return "for d; do find \"$d/\" -mindepth $0 -maxdepth $0 " + kind + " -print0; done | xargs -0 -r -n "
                + together + " -P " + BRANCHES + " rm -rf --";
    }

    /**
     * Tells the file system that the contents of a new directory do not belong together. ext4 then puts each node's files into a block
     * group of their own. Otherwise all nodes share one group, and creating or removing many files at once makes them wait for each other.
     */
    static void spread(Shell shell, Path directory) {
        shell.run(Command.of("sh", "-c", "chattr +T \"$0\" 2>/dev/null || :", directory.toString()));
    }

    public static LabException failure(String what, String why) {
        return LabException.failed(what, why, remedy(why));
    }

    private static String remedy(String why) {
        if (FullDisk.isNamedIn(why)) {
            return "df -h; df -i; make room, or set XDG_STATE_HOME to a directory on a disk that has some";
        }
        return NOT_ALLOWED.matcher(why).find()
                ? "let this user write there, or set XDG_STATE_HOME and XDG_CACHE_HOME to directories where it may"
                : "";
    }
}
