package org.pgpoollab.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;

/** Converts an internal error to a problem, and writes the stack trace to a file that only its owner can read. */
final class CrashReport {

    private CrashReport() {}

    /** @param directories candidates for the file; the first writable one is used */
    static LabException of(Throwable fault, List<Path> directories) {
        var file = directories.stream()
                .map(directory -> written(fault, directory))
                .flatMap(Optional::stream)
                .findFirst();
        var problem = new Problem(
                "internal error: " + words(fault),
                "this is a fault of pgpool-lab, not yours",
                file.map(path -> "report it with " + path).orElse("report it with what you typed"));
        return new LabException(Exit.FAILED, List.of(problem));
    }

    private static String words(Throwable fault) {
        var name = fault.getClass().getSimpleName();
        return fault.getMessage() == null
                ? name
                : name + ": " + fault.getMessage().lines().findFirst().orElse("");
    }

    private static Optional<Path> written(Throwable fault, Path directory) {
        try {
            Files.createDirectories(directory);
            var file = Files.createTempFile(directory, "crash-", ".txt");
            var trace = new StringWriter();
            fault.printStackTrace(new PrintWriter(trace, true));
            Files.writeString(file, trace.toString());
            return Optional.of(file);
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }
}
