package org.pgpoollab.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.LabProgram;
import org.pgpoollab.version.ProgramVersions;

/**
 * The programs of all nodes of one lab. They are the same for all of them until a node is upgraded.
 *
 * @param usual those of every node that has none of its own, of the utility host, and of clients on this machine
 * @param own those of nodes that have others
 */
public record LabBinaries(Binaries usual, Map<Node, Binaries> own) {

    public LabBinaries {
        own = Map.copyOf(own);
    }

    /** Returns those of a lab whose nodes have not been upgraded. */
    public static LabBinaries ofAll(Binaries usual) {
        return new LabBinaries(usual, Map.of());
    }

    public Binaries of(Node node) {
        return own.getOrDefault(node, usual);
    }

    /** Returns all versions, as far as they can be parsed: several of Pgpool-II if not all pgpools have the same. */
    public ProgramVersions versions(Lab lab) {
        return usual.versions()
                .withPgpools(lab.pgpoolNodes().stream()
                        .flatMap(node -> of(node).versions().of(LabProgram.PGPOOL).stream())
                        .toList());
    }

    /** Reads which nodes of a lab have programs of their own. A file that cannot be read counts as none: {@code upgrade} writes it anew. */
    public static Map<Node, Binaries> own(Lab lab, LabDirectory directory) {
        var own = new HashMap<Node, Binaries>();
        for (var node : lab.pgpoolNodes()) {
            read(directory.binaries(node)).ifPresent(binaries -> own.put(node, binaries));
        }
        return own;
    }

    /** Reads all programs that a lab uses, without its definition; none if they are not known yet. */
    public static List<Binaries> in(LabDirectory directory) {
        try (var files =
                Files.newDirectoryStream(directory.root(), directory.binaries().getFileName() + "*")) {
            return StreamSupport.stream(files.spliterator(), false)
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static Optional<Binaries> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Binaries.read(file)) : Optional.empty();
        } catch (LabException damaged) {
            return Optional.empty();
        }
    }
}
