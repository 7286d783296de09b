package org.pgpoollab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.generate.ComposeFolder;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.WriteFolder;
import org.pgpoollab.topology.Lab;

/** Generates the folder that runs a lab as containers without this program. Its passwords stay as they are, once they are there. */
record FolderWriter(Lab lab, Path root) {

    /** Creates a writer. A lab that nobody named has the name of its folder, so that two folders do not share containers. */
    static FolderWriter of(Lab lab, Path root) {
        var name = root.toAbsolutePath().normalize().getFileName();
        return lab.name().equals(Lab.USUAL_NAME)
                        && name != null
                        && name.toString().matches("[a-z][a-z0-9-]{0,30}")
                ? new FolderWriter(lab.with(name.toString()), root)
                : new FolderWriter(lab, root);
    }

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
            throw LabException.failed(
                    path + " cannot be read",
                    Reason.of(e),
                    "write the password into it, as text in UTF-8 and nothing else");
        }
    }
}
