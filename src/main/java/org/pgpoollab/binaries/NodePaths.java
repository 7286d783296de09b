package org.pgpoollab.binaries;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Maps programs to the paths at which nodes find them. repmgr and Pgpool-II put paths unquoted into shell commands, so a directory with a
 * blank or another special character in its name is reached by a link on each node.
 *
 * @param root the target of {@link #LINK} on every node; the link itself if all paths are plain, and no link is needed
 */
public record NodePaths(Path root) {

    /** The link, which every node and the utility host have. */
    public static final Path LINK = Path.of("/run/programs");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    public static NodePaths of(Binaries binaries) {
        return new NodePaths(
                Stream.of(binaries.postgresBin(), binaries.pgpool(), binaries.ip(), binaries.arping(), binaries.ping())
                        .filter(path -> !isPlain(path))
                        .map(NodePaths::root)
                        .findFirst()
                        .orElse(LINK));
    }

    /** Returns the target of the link that every node needs; empty if it needs none. */
    public Optional<Path> linked() {
        return Optional.of(root).filter(path -> !path.equals(LINK));
    }

    /** Returns the path of a program on the nodes. */
    public Path of(Path program) {
        return program.startsWith(root) ? LINK.resolve(root.relativize(program)) : program;
    }

    /** Returns the path up to and including the last name in it that is not plain. */
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
