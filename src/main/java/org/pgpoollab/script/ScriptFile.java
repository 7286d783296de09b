package org.pgpoollab.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;

/** Reads the file of a script, which may be anybody's: its size is bounded, and it must be text. */
public final class ScriptFile {

    private static final int MOST_BYTES = 256 * 1024;

    private ScriptFile() {}

    /** @throws LabException as a usage error if there is no such file, or it is no text */
    public static List<String> lines(Path path) {
        if (Files.isDirectory(path)) {
            throw refused(path, "is a directory", "a script is a text file");
        }
        if (!Files.exists(path)) {
            throw LabException.usage("There is no file " + path, "", "help play");
        }
        if (!Files.isRegularFile(path)) {
            throw refused(path, "is no plain file", "a script is read as a whole before it begins");
        }
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw refused(path, "is too large for a script", "it has more than " + MOST_BYTES / 1024 + " kB");
            }
            return read(path);
        } catch (IOException e) {
            throw LabException.usage(path + " cannot be read", Reason.of(e), "");
        }
    }

    private static List<String> read(Path path) throws IOException {
        var lines = new ArrayList<String>();
        try (var stream = Files.newInputStream(path)) {
            var input = new ScriptInput(stream, path.toString(), "save it as UTF-8 text, with one command a line");
            for (var next = input.next(); next.isPresent(); next = input.next()) {
                lines.add(next.orElseThrow());
            }
        }
        return lines;
    }

    private static LabException refused(Path path, String what, String why) {
        return LabException.usage(path + " " + what, why, "help play");
    }
}
