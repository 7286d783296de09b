package org.pgpoollab.binaries;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

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

    /** Reads which nodes of a lab have programs of their own. A file that cannot be read counts as none: {@code upgrade} writes it anew. */
    public static Map<Node, Binaries> own(Lab lab, LabDirectory directory) {
        var own = new HashMap<Node, Binaries>();
        for (var node : lab.pgpoolNodes()) {
            own(node, directory).ifPresent(binaries -> own.put(node, binaries));
        }
        return own;
    }

    private static Optional<Binaries> own(Node node, LabDirectory directory) {
        var file = directory.binaries(node);
        try {
            return Files.exists(file) ? Optional.of(Binaries.read(file)) : Optional.empty();
        } catch (LabException damaged) {
            return Optional.empty();
        }
    }
}
