package org.pgpoollab.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.apt.Apt;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;

/** Unpacks packages into a root directory. No script of a package is run, and what no lab reads is left out. */
final class RootTree {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final String UNPACK = ShellScript.named("unpack.sh");

    private final Shell shell;
    private final Path root;

    RootTree(Shell shell, Path root) {
        this.shell = shell;
        this.root = root;
    }

    /** @param archives the packages' files */
    void unpack(List<Path> archives) {
        var words = new ArrayList<>(List.of("sh", "-c", UNPACK, "sh", root.toString()));
        archives.forEach(archive -> words.add(archive.toString()));
        var ended = shell.run(Command.of(words).within(LIMIT));
        if (!ended.succeeded() || ended.errors().contains("damaged package")) {
            throw LabException.missing("the packages could not be unpacked", Apt.cause(ended), "");
        }
    }

    /** Removes a file of the root directory. */
    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the size of all files in bytes. */
    long bytes() throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
