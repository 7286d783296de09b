package org.pgpoollab.output;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.StagedFile;
import org.pgpoollab.drill.FileReport;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.report.Json;

/** A file for a result, in the format that its name ends with. An invalid name is refused before the command does anything. */
public record ReportFile(Path path) {

    /**
     * Returns the file; empty for an empty name.
     *
     * @throws LabException a usage error if the format is unknown, or the directory does not exist
     */
    public static Optional<ReportFile> of(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!name.matches("(?i).*\\.(html|md|json)")) {
            throw LabException.usage(
                    "'" + name + "' says no format that a report can have",
                    "its name has to end in .html, .md or .json",
                    "--report " + ShellQuoting.quote(name + ".html"));
        }
        return Optional.of(new ReportFile(writable(name, "--report", "report.html")));
    }

    /**
     * Returns the path of a page that a command will write.
     *
     * @param typed what stands before the name of the file, for the remedy
     * @throws LabException a usage error if its name is that of no page, or it cannot be written there
     */
    public static Path page(String name, String typed) {
        if (!name.matches("(?i).*\\.html?")) {
            throw LabException.usage(
                    "'" + name + "' says no format that this page can have",
                    "its name has to end in .html",
                    typed + " " + ShellQuoting.quote(name + ".html"));
        }
        return writable(name, typed, "report.html");
    }

    /**
     * Returns the path of a file that a command will write.
     *
     * @param typed what stands before the name of the file, for the remedy
     * @param example a name of such a file, for the remedy
     * @throws LabException if it cannot be written there
     */
    public static Path writable(String name, String typed, String example) {
        if (name.isBlank()) {
            throw LabException.usage("a file has no name", "the name is empty", typed + " " + example);
        }
        var path = Path.of(name);
        if (Files.isDirectory(path)) {
            throw LabException.failed(
                    name + " cannot be written",
                    "it is a directory",
                    typed + " " + ShellQuoting.quote(name + "/" + example));
        }
        var directory = path.toAbsolutePath().getParent();
        if (!Files.isWritable(directory)) {
            throw LabException.failed(
                    name + " cannot be written",
                    directory + " is no directory that can be written to",
                    typed + " " + ShellQuoting.quote("/tmp/" + path.getFileName()));
        }
        return path;
    }

    public void write(FileReport result) {
        StagedFile.write(path, content(result), false);
    }

    private String content(FileReport result) {
        var name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return Json.text(result.json()) + "\n";
        }
        return name.endsWith(".md") ? result.markdown() : result.html();
    }
}
