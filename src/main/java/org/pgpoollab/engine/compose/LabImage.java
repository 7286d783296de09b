package org.pgpoollab.engine.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.Reason;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;

/** The image of all hosts. It is built on this machine, once, from the files that the program brings. */
public record LabImage(Shell shell, Consumer<String> tell) {

    public static final String NAME = "pgpool-lab:15";

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(15);
    private static final int LAST_LINES = 6;
    private static final List<String> FILES = List.of("Dockerfile.pgpool", "entrypoint.sh");

    /** Returns docker's identifier of the image; empty if it is not here. */
    public Optional<String> id() {
        var ended = new Docker(shell).run("image", "inspect", "--format", "{{.Id}}", NAME);
        return ended.succeeded() ? Optional.of(ended.output().strip()) : Optional.empty();
    }

    /** Returns docker's identifier of the image, which is built if it is not here. */
    public String obtain() {
        return id().orElseGet(this::build);
    }

    private String build() {
        tell.accept("building the image " + NAME + " of all hosts, which takes a minute; later labs use it again");
        var context = extracted();
        try {
            var ended = shell.run(Command.of(
                            "docker",
                            "build",
                            "-t",
                            NAME,
                            "-f",
                            context.resolve(FILES.get(0)).toString(),
                            context.toString())
                    .within(BUILD_LIMIT));
            if (!ended.succeeded()) {
                throw failure(ended);
            }
            return id().orElseThrow(() -> failure(ended));
        } finally {
            remove(context);
        }
    }

    /** Shows the last lines of the build, which name the command that failed; docker's own summary is no more than its status. */
    private static LabException failure(Shell.Ended ended) {
        var known = DockerFailure.problem("the image " + NAME + " could not be built", ended);
        var lines = (ended.output() + "\n" + ended.errors())
                .lines()
                .filter(line -> !line.isBlank() && !line.contains("DEPRECATED"))
                .toList();
        var last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                .collect(Collectors.joining("\n"));
        return new LabException(
                Exit.MISSING,
                List.of(new Problem(
                        known.what(),
                        known.why() + "\nthe build ends with:\n" + last,
                        known.remedy().isEmpty() ? "up, when the cause is gone" : known.remedy())));
    }

    /** Removes the image from this machine; does nothing if it is not here. */
    void remove() {
        if (id().isEmpty()) {
            return;
        }
        var ended = new Docker(shell).run("image", "rm", NAME);
        if (!ended.succeeded()) {
            throw LabException.failed(
                    "the image " + NAME + " is not removed",
                    "another container uses it; docker says: " + DockerFailure.lastLine(ended),
                    "list, and end those labs: down --lab NAME");
        }
    }

    private static Path extracted() {
        try {
            var directory = Files.createTempDirectory("pgpool-lab-image");
            for (var file : FILES) {
                try (var content = LabImage.class.getResourceAsStream("/image/" + file)) {
                    Files.write(directory.resolve(file), content.readAllBytes());
                }
            }
            return directory;
        } catch (IOException e) {
            throw LabException.failed("the files of the image cannot be written", Reason.of(e), "df -h /tmp");
        }
    }

    private static void remove(Path directory) {
        var all = new ArrayList<Path>();
        FILES.forEach(file -> all.add(directory.resolve(file)));
        all.add(directory);
        for (var path : all) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException left) {
                // Files in the directory for temporary files are removed by the system.
            }
        }
    }

    /** Runs a shell line in a container of the image that is removed afterwards, and returns what it prints. */
    public String ask(String line) {
        return new Docker(shell)
                .must(
                        "the image " + NAME + " cannot be run",
                        List.of("run", "--rm", "--network", "none", "--entrypoint", "sh", NAME, "-c", line));
    }
}
