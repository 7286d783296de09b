package org.pgpoollab.engine.nativelab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A root directory that a running lab of this machine has, also one of another user.
 *
 * @param lab the lab's directory, which may have been renamed or removed since
 * @param root where the root directory was when the lab was started
 * @param user the name of the user who started the lab; empty if it is not known
 */
public record HeldRoot(Path lab, Path root, String user) {

    /**
     * Returns the root directories of all running labs that do not have the machine's. They are read from command lines, which all users may
     * read unless /proc is mounted with {@code hidepid}; labs in other pid namespaces, as in a container, are not among them.
     */
    public static List<HeldRoot> all() {
        return LabHolder.all().stream()
                .flatMap(holder -> holder.rootDirectory().stream()
                        .map(root -> new HeldRoot(holder.directory(), root, ProcessTable.user(holder.pid()))))
                .toList();
    }

    /** Returns whether the root directory is below this one, by whatever links both are reached. */
    public boolean isBelow(Path directory) {
        return real(root).startsWith(real(directory));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException gone) {
            return path.toAbsolutePath().normalize();
        }
    }
}
