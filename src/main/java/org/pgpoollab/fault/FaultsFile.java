package org.pgpoollab.fault;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.StagedFile;
import org.pgpoollab.topology.LabDirectory;

/**
 * Stores the faults of a lab on disk, so that they are known after this process was killed: {@code {"faults":["isolate pg-0"]}}. The file
 * is written before a fault is injected, so that every active fault can be healed.
 *
 * @param path the file of the faults that are told
 * @param hidden the file of hidden faults, as {@link SealedText}; there only while there are some
 */
public record FaultsFile(Path path, Path hidden) {

    private static final long MOST_BYTES = 1 << 20;
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Returns the file in a lab's directory. */
    public static FaultsFile of(LabDirectory directory) {
        return new FaultsFile(directory.faults(), directory.hiddenFaults());
    }

    /** Reads the faults; none if there is no file. Skips faults of a later version that this one does not know. */
    public Faults read() {
        var told = parse(text(path));
        var untold = parse(SealedText.open(text(hidden)).orElse(""));
        return new Faults(told.all(), untold.all());
    }

    /** Reads a file with a size limit, because a damaged file may have any size and content; empty if there is no file. */
    private static String text(Path file) {
        if (!Files.exists(file)) {
            return "";
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("it is too large for what it should hold");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw LabException.failed(
                    file + " cannot be read",
                    String.valueOf(e.getMessage()),
                    "in a shell: rm " + file + ", and then: down --keep; up");
        }
    }

    public void write(Faults faults) {
        StagedFile.write(path, json(faults), false);
        var untold = new Faults(faults.hidden());
        if (!untold.isEmpty()) {
            StagedFile.write(hidden, SealedText.seal(json(untold)), false);
            return;
        }
        try {
            Files.deleteIfExists(hidden);
        } catch (IOException e) {
            throw LabException.failed(hidden + " cannot be removed", String.valueOf(e.getMessage()), "rm " + hidden);
        }
    }

    /** Returns the faults that are told, as text of the file. */
    static String json(Faults faults) {
        var writer = new StringWriter();
        try (var json = FACTORY.createGenerator(writer)) {
            json.writeStartObject();
            json.writeArrayFieldStart("faults");
            for (var fault : faults.all()) {
                json.writeString(fault.text());
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer + "\n";
    }

    /** Parses the file's text; returns no faults if it is invalid. */
    static Faults parse(String text) {
        return texts(text).stream()
                .flatMap(line -> FaultText.parse(line).stream())
                .reduce(Faults.NONE, Faults::with, (some, others) -> others);
    }

    private static List<String> texts(String text) {
        var texts = new ArrayList<String>();
        try (var json = FACTORY.createParser(text)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    texts.add(json.getText());
                }
            }
        } catch (IOException torn) {
            return List.of();
        }
        return texts;
    }
}
