package org.pgpoollab.engine.compose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pgpoollab.FullDisk;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.StagedFile;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Passwords;

/** The files of this engine in a lab's directory. */
record ComposeFiles(Path root) {

    static final String DIRECTORY = ".compose";
    static final String COMPOSE_FILE = "docker-compose.yml";
    private static final List<String> SCRIPTS = List.of("host.sh", "facts.sh", "gate.sh");

    Path directory() {
        return root.resolve(DIRECTORY);
    }

    Path composeFile() {
        return directory().resolve(COMPOSE_FILE);
    }

    Path scripts() {
        return directory().resolve("scripts");
    }

    /** Returns the file with the gate's secret, which only the user may read. */
    Path secret() {
        return directory().resolve("secret");
    }

    Path port(String of) {
        return directory().resolve(of + ".port");
    }

    /** Makes the directory of the files. */
    void prepare() {
        try {
            Files.createDirectories(scripts());
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private LabException notWritten(IOException trouble) {
        return LabException.failed(
                "the lab's directory " + root + " cannot be written", Reason.of(trouble), FullDisk.remedy(root));
    }

    /** Writes all files before any container is made, so that a full disk shows early. */
    void write(Lab lab, HostAccount account, ComposeText text) {
        try {
            for (var script : SCRIPTS) {
                try (var content = ComposeFiles.class.getResourceAsStream(script)) {
                    Files.write(scripts().resolve(script), content.readAllBytes());
                }
            }
            Files.writeString(
                    directory().resolve("passwd"),
                    "root:x:0:0:root:/run/lab:/bin/sh\npostgres:x:" + account.user() + ":" + account.group()
                            + ":PostgreSQL:/run/lab:/bin/sh\n");
            Files.writeString(directory().resolve("group"), "root:x:0:\npostgres:x:" + account.group() + ":\n");
            if (!Files.exists(secret())) {
                StagedFile.write(secret(), Passwords.made() + "\n", true);
            }
            Files.write(composeFile(), text.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw notWritten(e);
        }
    }
}
