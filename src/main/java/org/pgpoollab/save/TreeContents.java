package org.pgpoollab.save;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.pgpoollab.topology.Node;

/**
 * How many files the directories of nodes have, and how long these are together. A copy that lost a file, or the end of one, has less.
 *
 * @param bytes lengths, not what they occupy: that differs between copies
 */
record TreeContents(long files, long bytes) {

    /** The contents of a save that was made before they were noted. */
    static final TreeContents UNKNOWN = new TreeContents(-1, -1);

    /** Returns what the directories of nodes in this one have. */
    static TreeContents of(Path place) throws IOException {
        var all = new TreeContents(0, 0);
        for (var node : nodes(place)) {
            var sum = new Sum();
            Files.walkFileTree(node, sum);
            all = new TreeContents(all.files + sum.files, all.bytes + sum.bytes);
        }
        return all;
    }

    private static List<Path> nodes(Path place) throws IOException {
        try (var all = Files.list(place)) {
            return all.filter(path -> Node.parse(path.getFileName().toString()).isPresent())
                    .toList();
        }
    }

    /** Whether a copy of these is complete that has others. */
    boolean allowsFor(TreeContents copy) {
        return equals(UNKNOWN) || equals(copy);
    }

    @Override
    public String toString() {
        return files + " files of " + bytes + " bytes";
    }

    private static final class Sum extends SimpleFileVisitor<Path> {

        private long files;
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files++;
            bytes += attributes.size();
            return FileVisitResult.CONTINUE;
        }
    }
}
