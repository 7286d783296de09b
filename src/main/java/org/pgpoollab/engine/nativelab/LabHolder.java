package org.pgpoollab.engine.nativelab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The process outside the namespaces that lives as long as a lab. It is recognised by its command line, which {@link NativeEngine} gives
 * it, so it is found without any file.
 *
 * @param directory the lab's directory as the command line names it: it may have been renamed or removed since
 * @param port the port on 127.0.0.1 that leads to the VIP
 * @param words the whole command line, which is unique to processes that hold the same lab
 */
record LabHolder(long pid, Path directory, int port, List<String> words) {

    static final String SCRIPT = "holder.sh";

    /** How far the root directory stands behind the word {@code machine}. */
    private static final int ROOT = 5;

    LabHolder {
        words = List.copyOf(words);
    }

    /** Returns every process of this machine that holds a lab. */
    static List<LabHolder> all() {
        return ProcessTable.numbers().stream()
                .map(LabHolder::at)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the process with this id, if it holds a lab. */
    static Optional<LabHolder> at(long pid) {
        return of(pid, ProcessTable.commandLine(pid));
    }

    /** Parses a command line {@code unshare … sh DIRECTORY/.native/holder.sh machine DIRECTORY PORT VIP UTILITY ROOT}. */
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

    /** Returns the root directory of the lab's hosts; empty if it is the machine's. */
    Optional<Path> rootDirectory() {
        var place = words.indexOf("machine") + ROOT;
        return place < words.size() && words.get(place).startsWith("/")
                ? Optional.of(Path.of(words.get(place)))
                : Optional.empty();
    }

    boolean lives() {
        return ProcessTable.commandLine(pid).equals(words);
    }

    /**
     * Returns whether the process holds the lab of a directory. If both exist, its mount decides, because a directory may have been
     * renamed, and another may be at its old path. Otherwise the path for which it was started decides, with symbolic links resolved.
     */
    boolean isOf(Path lab) {
        var mounted = ProcessTable.root(pid).resolve("run/lab");
        if (Files.isDirectory(lab) && isInPlace(mounted)) {
            return isSame(mounted, lab);
        }
        return real(directory).equals(real(lab));
    }

    /** Returns whether the directory is mounted and has not been removed since. */
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

    /** Resolves symbolic links of the part of the path that exists. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            var absolute = path.toAbsolutePath().normalize();
            var parent = absolute.getParent();
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }

    /** Returns whether it holds a lab whose directory is, or was, directly in this one. */
    boolean isBelow(Path labs) {
        return directory.getParent() != null && real(directory.getParent()).equals(real(labs));
    }
}
