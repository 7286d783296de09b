package org.pgpoollab.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.plan.step.FileChanges;
import org.pgpoollab.report.ByteSize;

/**
 * What files occupy on disk, and whether a copy of them has room. Copies share blocks where the file system can do that (reflinks, as Btrfs
 * and XFS have them), and then take next to nothing. Hard links are never used: PostgreSQL overwrites data files and renamed WAL segments in
 * place, which would change the save with the lab.
 */
record DiskUse(Shell shell) {

    /** What stays free, because the lab itself writes, too. */
    private static final long RESERVE = 64L << 20;

    /** Returns how many bytes files and directories occupy, blocks that they share with others included. */
    long of(List<Path> paths) {
        var words = new ArrayList<>(List.of("du", "-s", "-c", "--block-size=1", "--"));
        paths.forEach(path -> words.add(path.toString()));
        var lines = shell.run(Command.of(words).within(FileChanges.COPY_LIMIT))
                .output()
                .lines()
                .toList();
        return lines.isEmpty() ? 0 : number(lines.get(lines.size() - 1).split("\\s")[0]);
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    /**
     * Requires room for a copy of this size in a directory.
     *
     * @param sample a file of those that are copied, which lies on the same file system
     * @throws LabException if there is too little
     */
    void requireRoom(String what, long bytes, Path directory, Path sample) {
        var free = free(directory);
        if (free >= bytes + RESERVE || sharesBlocks(directory, sample)) {
            return;
        }
        throw LabException.failed(
                "there is no room for " + what,
                "it takes " + ByteSize.text(bytes) + ", and " + ByteSize.text(free) + " are free, of which "
                        + ByteSize.text(RESERVE) + " are left to the lab",
                "saves, or: df -h " + directory.getParent());
    }

    private static long free(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE - RESERVE;
        }
    }

    private boolean sharesBlocks(Path directory, Path sample) {
        var probe = directory.resolve(".probe");
        var shares = shell.run(Command.of("cp", "--reflink=always", "--", sample.toString(), probe.toString()))
                .succeeded();
        try {
            Files.deleteIfExists(probe);
        } catch (IOException e) {
            // It is an empty file or a shared one, below a directory that is removed as a whole.
        }
        return shares;
    }
}
