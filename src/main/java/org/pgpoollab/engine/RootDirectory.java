package org.pgpoollab.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The root directory that hosts of a lab have: the machine's own, or one with the programs of another release of Debian. Paths of
 * programs are those on the hosts; outside, a program of another release needs that release's loader and libraries, see ld.so(8).
 *
 * @param release the release's name, {@code machine} for the machine's own
 * @param path an absolute path on this machine
 * @param loader the path of its dynamic loader on this machine; empty for the machine's own root
 * @param libraries the directories of its libraries on this machine; empty for the machine's own root
 */
public record RootDirectory(String release, Path path, String loader, List<Path> libraries) {

    /** The root directory of this machine. */
    public static final RootDirectory OF_MACHINE = new RootDirectory("machine", Path.of("/"), "", List.of());

    public RootDirectory {
        libraries = List.copyOf(libraries);
    }

    public boolean isOfMachine() {
        return loader.isEmpty();
    }

    /** Returns the path on this machine of a file on the hosts. */
    public Path outside(Path inside) {
        return isOfMachine() ? inside : path.resolve(inside.subpath(0, inside.getNameCount()));
    }

    /**
     * Returns the words that run a program outside the hosts, on this machine.
     *
     * @param argv its first word is the program's path on the hosts
     */
    public List<String> words(List<String> argv) {
        if (isOfMachine()) {
            return argv;
        }
        var program = Path.of(argv.get(0));
        var words = new ArrayList<>(List.of(
                loader,
                "--inhibit-cache",
                "--library-path",
                libraryPath(),
                outside(program).toString()));
        words.addAll(argv.subList(1, argv.size()));
        return words;
    }

    /** Returns the directories of its libraries, separated by colons. */
    public String libraryPath() {
        return String.join(":", libraries.stream().map(Path::toString).toList());
    }
}
