package org.pgpoollab.release;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.RootDirectory;
import org.pgpoollab.engine.Shell;

/** Finds the programs and modules of a root directory that lack a shared library in it, by its own dynamic loader; see ld.so(8). */
final class LibraryCheck {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final String LIST = ShellScript.named("libraries.sh");

    private static final Pattern FOUND = Pattern.compile("\\s*(\\S+) => (/.*) \\(0x[0-9a-f]+\\)");
    private static final Pattern NOT_FOUND = Pattern.compile("\\s*(\\S+) => not found.*");

    private final Shell shell;

    LibraryCheck(Shell shell) {
        this.shell = shell;
    }

    /** Returns what each file lacks, by its path in the root directory; empty if all can run. */
    Map<Path, List<String>> lacking(RootDirectory root) {
        var question = Command.of(
                "sh",
                "-c",
                LIST,
                "sh",
                root.loader(),
                root.libraryPath(),
                root.path().toString());
        var ended = shell.run(question.within(LIMIT));
        if (!ended.output().contains("# ")) {
            throw LabException.missing(
                    "the programs of " + root.release() + " do not run on this machine", ended.lastWords(), "");
        }
        return lacking(ended.output(), root.path());
    }

    /** Parses the list. A library that the loader found outside of the root directory is missing in it. */
    static Map<Path, List<String>> lacking(String list, Path root) {
        var lacking = new LinkedHashMap<Path, List<String>>();
        var file = root;
        for (var line : list.lines().toList()) {
            if (line.startsWith("# ")) {
                file = Path.of(line.substring(2));
            } else {
                var missing = missing(line, root);
                if (!missing.isEmpty()) {
                    lacking.computeIfAbsent(file, any -> new ArrayList<>()).add(missing);
                }
            }
        }
        return lacking;
    }

    private static String missing(String line, Path root) {
        var found = FOUND.matcher(line);
        if (found.matches()) {
            return Path.of(found.group(2)).startsWith(root) ? "" : found.group(1);
        }
        var notFound = NOT_FOUND.matcher(line);
        if (notFound.matches()) {
            return notFound.group(1);
        }
        var error = line.indexOf("error while loading shared libraries: ");
        return error < 0 ? "" : line.substring(error).replaceFirst("[^:]*: ([^:]*):.*", "$1");
    }
}
