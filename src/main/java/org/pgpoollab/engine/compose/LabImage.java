package org.pgpoollab.engine.compose;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Release;

/**
 * The image of all hosts. It is built on this machine, once, from the files that the program brings. Its name contains a digest of these
 * files, so that a program with other files builds another image.
 */
public record LabImage(Release release, Shell shell, Consumer<String> tell) {

    private static final String REPOSITORY = "pgpool-lab:";
    private static final List<String> FILES = List.of("Dockerfile.pgpool", "entrypoint.sh");

    /** Selects the images of all releases, and of all versions of this program. */
    static final String ALL = "reference=" + REPOSITORY + "[0-9]*-*";

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(15);
    private static final int DIGITS = 8;

    /** Returns the name of the image with the programs of a release. */
    public static String name(Release release) {
        return REPOSITORY + release.postgresMajor().orElseThrow() + "-" + digest();
    }

    public String name() {
        return name(release);
    }

    private static String digest() {
        var content = new ByteArrayOutputStream();
        FILES.forEach(file -> content.writeBytes(content(file)));
        return Sha256.hex(content.toByteArray()).substring(0, DIGITS);
    }

    private static byte[] content(String file) {
        try (var resource = LabImage.class.getResourceAsStream("/image/" + file)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns docker's identifier of the image; empty if it is not here. */
    public Optional<String> id() {
        var ended = new Docker(shell).run("image", "inspect", "--format", "{{.Id}}", name());
        return ended.succeeded() ? Optional.of(ended.output().strip()) : Optional.empty();
    }

    /** Returns docker's identifier of the image, which is built if it is not here. */
    public String obtain() {
        return id().orElseGet(this::build);
    }

    private String build() {
        tell.accept("building the image " + name() + " of all hosts, which takes a minute; later labs use it again");
        var context = extracted();
        try {
            var ended = shell.run(Command.of(
                            "docker",
                            "build",
                            "-t",
                            name(),
                            "--build-arg",
                            "BASE_IMAGE=" + release.baseImage(),
                            "--build-arg",
                            "PG_MAJOR=" + release.postgresMajor().orElseThrow(),
                            "-f",
                            context.resolve(FILES.get(0)).toString(),
                            context.toString())
                    .within(BUILD_LIMIT));
            if (!ended.succeeded()) {
                throw BuildFailure.of(this, ended);
            }
            return id().orElseThrow(() -> BuildFailure.of(this, ended));
        } finally {
            remove(context);
        }
    }

    /** Removes the images of all releases and of all versions of this program; does nothing if none is here. */
    static void removeAll(Docker docker) {
        var images = docker.must(
                        "the images cannot be listed",
                        List.of("image", "ls", "--filter", ALL, "--format", "{{.Repository}}:{{.Tag}}"))
                .lines()
                .filter(name -> !name.isBlank())
                .toList();
        if (images.isEmpty()) {
            return;
        }
        var words = new ArrayList<>(List.of("image", "rm"));
        words.addAll(images);
        var ended = docker.run(words);
        if (!ended.succeeded()) {
            throw LabException.failed(
                    "an image of the hosts is not removed",
                    "another container uses it; docker says: " + DockerFailure.lastLine(ended),
                    "list, and end those labs: down --lab NAME");
        }
    }

    private static Path extracted() {
        try {
            var directory = Files.createTempDirectory("pgpool-lab-image");
            for (var file : FILES) {
                Files.write(directory.resolve(file), content(file));
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
                        "the image " + name() + " cannot be run",
                        List.of("run", "--rm", "--network", "none", "--entrypoint", "sh", name(), "-c", line));
    }
}
