package org.pgpoollab.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.StagedFile;
import org.pgpoollab.report.Json;

/**
 * What is noted on disk of an exchange of a lab's files for those of a save.
 *
 * @param save the name of the save that is restored
 * @param before the name of the save that what was there becomes
 * @param entries what was there, by names in the lab's directory
 */
record ExchangeNote(String save, String before, List<String> entries) {

    ExchangeNote {
        entries = List.copyOf(entries);
    }

    /** Reads a note; empty if there is none. */
    static Optional<ExchangeNote> read(Path file) {
        try {
            return Json.object(Files.readString(file)).map(ExchangeNote::parse);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static ExchangeNote parse(Map<String, Object> tree) {
        var entries = tree.get("entries") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.<String>of();
        return new ExchangeNote(String.valueOf(tree.get("save")), String.valueOf(tree.get("before")), entries);
    }

    void write(Path file) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("save", save);
        tree.put("before", before);
        tree.put("entries", entries);
        StagedFile.write(file, Json.text(tree) + "\n", false);
    }
}
