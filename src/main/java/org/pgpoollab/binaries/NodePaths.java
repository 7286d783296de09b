package org.pgpoollab.binaries;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The paths by which nodes find their programs. repmgr and Pgpool-II put paths into lines of a shell as they are: what lies below a
 * directory with a blank or another special character in its name is reached by a link on each node.
 *
 * @param linked the directory that {@link #LINK} leads to on every node; empty if all paths are plain
 */
public record NodePaths(Optional<Path> linked) {

    /** On every node, and on the utility host. */
    public static final Path LINK = Path.of("/run/programs");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    public static NodePaths of(Binaries binaries) {
        return new NodePaths(
                Stream.of(binaries.postgresBin(), binaries.pgpool(), binaries.ip(), binaries.arping(), binaries.ping())
                        .filter(path -> !isPlain(path))
                        .map(NodePaths::root)
                        .findFirst());
    }

    /** As the nodes have it. */
    public Path of(Path program) {
        return linked.filter(program::startsWith)
                .map(root -> LINK.resolve(root.relativize(program)))
                .orElse(program);
    }

    /** The path up to the last name in it that is not plain. */
    private static Path root(Path path) {
        var root = path;
        while (root.getFileName() != null && isPlain(root.getFileName())) {
            root = root.getParent();
        }
        return root;
    }

    private static boolean isPlain(Path path) {
        return PLAIN.matcher(path.toString()).matches();
    }
}
