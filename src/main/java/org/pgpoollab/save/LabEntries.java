package org.pgpoollab.save;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

/**
 * The files and directories of a lab that a save has and a restore exchanges, by their names in the lab's directory. Its definition is not
 * exchanged, because a save is only restored into a lab of the same definition; nor what shows that the lab has data, because without it
 * {@code up} would clear the data away. Events and snapshots are history, and stay.
 */
final class LabEntries {

    private static final List<String> SHARED =
            List.of("client", "hosts", "passwd", "group", ".generated", "faults.json", "load");

    private LabEntries() {}

    /** Returns those that exist in the lab's directory. */
    static List<String> of(Lab lab, LabDirectory directory) {
        var own = lab.pgpoolNodes().stream()
                .map(directory::binaries)
                .map(file -> file.getFileName().toString());
        return Stream.of(lab.nodes().stream().map(Node::name), SHARED.stream(), own)
                .flatMap(names -> names)
                .filter(name -> exists(directory.root().resolve(name)))
                .toList();
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
