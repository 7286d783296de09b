package org.pgpoollab.tutorial;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Node;

/** Finds the nodes of a lab whose configuration files are not as generated. */
record EditedFiles(LabSession session) {

    List<Node> nodes() {
        var edited = session.rendered(LabOptions.NONE, "").stream()
                .filter(this::isEdited)
                .map(file -> file.path().split("/")[0])
                .toList();
        return session.lab().nodes().stream()
                .filter(node -> edited.contains(node.name()))
                .toList();
    }

    private boolean isEdited(GeneratedFile file) {
        var path = session.directory().root().resolve(file.path());
        try {
            return Files.exists(path) && !Files.readString(path).equals(file.content());
        } catch (IOException unreadable) {
            return false;
        }
    }
}
