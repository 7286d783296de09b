package org.pgpoollab.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pgpoollab.generate.ComposeFolder;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.WriteFolder;
import org.pgpoollab.topology.Lab;

/** Generates the folder that runs a lab as containers without this program. Its passwords stay as they are, once they are there. */
record FolderWriter(Lab lab, Path root) {

    Plan plan(boolean force) {
        return Plan.of("generate " + root, new WriteFolder(root, files(), force));
    }

    /** Returns the files; passwords that are in the folder already stay, because its databases have them. */
    List<GeneratedFile> files() {
        return ComposeFolder.files(lab).stream().map(this::kept).toList();
    }

    private GeneratedFile kept(GeneratedFile file) {
        var path = root.resolve(file.path());
        if (!file.secret() || !Files.isReadable(path)) {
            return file;
        }
        try {
            return new GeneratedFile(file.path(), Files.readString(path), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
