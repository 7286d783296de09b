package org.pgpoollab.engine.nativelab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The process outside the namespaces that lives as long as a lab. It is known by its command line, which {@link NativeEngine} gives it;
 * no file has to be there for it to be found.
 *
 * @param directory the lab's, as the command line names it: it may have been renamed or removed since
 * @param port where the lab's gate is
 * @param words the whole command line, which no other process has that does not hold the same lab
 */
record LabHolder(long pid, Path directory, int port, List<String> words) {

    static final String SCRIPT = "holder.sh";

    LabHolder {
        words = List.copyOf(words);
    }

    /** Every process of this machine that holds a lab. */
    static List<LabHolder> all() {
        return ProcessTable.numbers().stream()
                .map(LabHolder::at)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The process of this number, if it holds a lab. */
    static Optional<LabHolder> at(long pid) {
        return of(pid, ProcessTable.commandLine(pid));
    }

    /** {@code unshare … sh DIRECTORY/.native/holder.sh machine DIRECTORY PORT …} */
    static Optional<LabHolder> of(long pid, List<String> words) {
        var machine = words.indexOf("machine");
        if (!words.contains("unshare") || machine < 1 || words.size() < machine + 3) {
            return Optional.empty();
        }
        var directory = words.get(machine + 1);
        var port = words.get(machine + 2);
        if (!words.get(machine - 1).equals(directory + "/.native/" + SCRIPT) || !port.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        return Optional.of(new LabHolder(pid, Path.of(directory), Integer.parseInt(port), words));
    }

    boolean lives() {
        return ProcessTable.commandLine(pid).equals(words);
    }

    /**
     * Whether it holds the lab of a directory. What it has mounted decides if both are still there, for a directory may have been
     * renamed, and another may lie at its old place; else the place that it was started for, by whatever path it is reached.
     */
    boolean isOf(Path lab) {
        var mounted = ProcessTable.root(pid).resolve("run/lab");
        if (Files.isDirectory(lab) && isInPlace(mounted)) {
            return isSame(mounted, lab);
        }
        return real(directory).equals(real(lab));
    }

    /** Whether the directory is mounted, and has not been removed since. */
    private static boolean isInPlace(Path mounted) {
        try {
            return (int) Files.getAttribute(mounted, "unix:nlink") > 0;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    /** Without symbolic links, as far as there is something. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            var absolute = path.toAbsolutePath().normalize();
            var parent = absolute.getParent();
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }

    /** Whether it holds a lab whose directory lies, or lay, directly in this one. */
    boolean isBelow(Path labs) {
        return directory.getParent() != null && real(directory.getParent()).equals(real(labs));
    }
}
