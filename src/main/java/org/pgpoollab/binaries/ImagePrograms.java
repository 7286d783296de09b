package org.pgpoollab.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.engine.RootDirectory;
import org.pgpoollab.engine.compose.LabImage;

/**
 * Finds the programs in the image of a lab of containers. Their paths and versions are asked of the image once, and kept in the user's
 * cache, in a file that is named by the image.
 *
 * @param cache the directory of files that all labs of this user share
 */
public record ImagePrograms(LabImage image, Path cache) {

    private static final int DIGITS = 12;
    private static final List<String> NAMES =
            List.of("postgres", "pgpool", "pcp_attach_node", "ip", "arping", "ping", "socat", "unshare", "nsenter");

    private static final String QUESTION = "for p in " + String.join(" ", NAMES) + "; do"
            + " echo \"$p=$(readlink -f \"$(command -v $p)\")\"; done;"
            + " postgres --version; pgpool --version 2>&1; repmgr --version";

    /** Returns the programs; builds the image if it is not here. */
    public Binaries obtain() {
        var id = image.obtain().replaceFirst("^sha256:", "");
        var file = cache.resolve("image-" + id.substring(0, Math.min(DIGITS, id.length())));
        return kept(file).orElseGet(() -> keep(parse(image.ask(QUESTION), image.name()), file));
    }

    private static Optional<Binaries> kept(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Binaries.read(file)) : Optional.empty();
        } catch (LabException damaged) {
            return Optional.empty();
        }
    }

    private static Binaries keep(Binaries binaries, Path file) {
        try {
            Files.createDirectories(file.getParent());
            binaries.write(file);
            return binaries;
        } catch (IOException e) {
            throw LabException.failed("the cache " + file.getParent() + " cannot be written", Reason.of(e), "");
        }
    }

    /** Parses the answer to the question: lines NAME=PATH, and versions. */
    static Binaries parse(String answer, String image) {
        var paths = new HashMap<String, Path>();
        for (var line : answer.lines().toList()) {
            var equals = line.indexOf('=');
            if (equals > 0 && NAMES.contains(line.substring(0, equals)) && line.startsWith("/", equals + 1)) {
                paths.put(line.substring(0, equals), Path.of(line.substring(equals + 1)));
            }
        }
        return new Binaries(
                RootDirectory.OF_MACHINE,
                version(answer, image, "PostgreSQL", Versions::postgresMajor),
                version(answer, image, "Pgpool-II", Versions::pgpool),
                version(answer, image, "repmgr", Versions::repmgr),
                path(paths, image, "postgres").getParent(),
                path(paths, image, "pgpool"),
                path(paths, image, "pcp_attach_node").getParent(),
                path(paths, image, "ip"),
                path(paths, image, "arping"),
                path(paths, image, "ping"),
                path(paths, image, "socat"),
                path(paths, image, "unshare"),
                path(paths, image, "nsenter"),
                List.of());
    }

    private static Path path(Map<String, Path> paths, String image, String program) {
        return Optional.ofNullable(paths.get(program)).orElseThrow(() -> lacks(image, program));
    }

    private static <T> T version(String answer, String image, String program, Function<String, Optional<T>> reader) {
        return reader.apply(answer).orElseThrow(() -> lacks(image, program));
    }

    private static LabException lacks(String image, String program) {
        return LabException.missing(
                "the image " + image + " cannot be used", "it has no " + program, "docker image rm " + image + "; up");
    }
}
