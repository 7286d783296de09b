package org.pgpoollab.plan.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.engine.Engine;

/**
 * Finds tablespace directories that belong to one node alone, which lie below the node's own directory. Several nodes may share others.
 */
final class OwnTablespaces {

    private OwnTablespaces() {}

    /**
     * Returns the directories to which the data directories of a node link, and those that a copy of the primary's tablespaces created,
     * whether in use or left over.
     *
     * @param node the node's directory, as a path on this machine
     */
    static List<Path> of(Path node) {
        var linked = list(node)
                .filter(path -> path.getFileName().toString().matches("data([.](new|old|part))?"))
                .flatMap(data -> list(data.resolve("pg_tblspc")))
                .flatMap(link -> target(node, link));
        var copied =
                list(node).filter(path -> path.getFileName().toString().matches("tablespace-[0-9]+([.](new|old))?"));
        return Stream.concat(linked, copied).distinct().sorted().toList();
    }

    private static Stream<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (var all = Files.list(directory)) {
            return all.toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Stream<Path> target(Path node, Path link) {
        try {
            var place = Path.of(Engine.NODE_DIRECTORY);
            var target = Files.readSymbolicLink(link).normalize();
            return target.startsWith(place) && !target.equals(place)
                    ? Stream.of(node.resolve(place.relativize(target)))
                    : Stream.empty();
        } catch (IOException | UnsupportedOperationException notALink) {
            return Stream.empty();
        }
    }
}
