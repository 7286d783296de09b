package org.pgpoollab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.StagedFile;
import org.pgpoollab.drill.FileReport;

/** A file for a result, in the format that its name ends with. Refused before anything is done for it. */
record ReportFile(Path path) {

    /**
     * Empty of an empty name.
     *
     * @throws LabException of usage for a format that is none, or a directory that is not there
     */
    static Optional<ReportFile> of(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!name.matches("(?i).*\\.(html|md|json)")) {
            throw LabException.usage(
                    "'" + name + "' says no format that a report can have",
                    "its name has to end in .html, .md or .json",
                    "--report " + name + ".html");
        }
        var path = Path.of(name);
        var directory = path.toAbsolutePath().getParent();
        if (!Files.isWritable(directory)) {
            throw LabException.failed(
                    name + " cannot be written",
                    directory + " is no directory that can be written to",
                    "--report /tmp/" + path.getFileName());
        }
        return Optional.of(new ReportFile(path));
    }

    void write(FileReport result) {
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
