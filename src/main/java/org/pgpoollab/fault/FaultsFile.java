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

/**
 * The faults that are wished in a lab, on disk: the program may be killed, and the next one knows them. It is written before a fault
 * is imposed, so that no fault is ever in force that cannot be healed. {@code {"faults":["isolate pg-0"]}}
 */
public record FaultsFile(Path path) {

    private static final long MOST_BYTES = 1 << 20;
    private static final JsonFactory FACTORY = new JsonFactory();

    /** None if there is no such file. What a later version wrote and this one does not know is left out. */
    public Faults read() {
        if (!Files.exists(path)) {
            return Faults.NONE;
        }
        try {
            return parse(text());
        } catch (IOException e) {
            throw LabException.failed(
                    path + " cannot be read", String.valueOf(e.getMessage()), "heal; it is written anew then");
        }
    }

    /** A damaged file may have any size, and any bytes. */
    private String text() throws IOException {
        if (Files.size(path) > MOST_BYTES) {
            throw new IOException("it is too large for what it should hold");
        }
        return Files.readString(path);
    }

    public void write(Faults faults) {
        StagedFile.write(path, json(faults), false);
    }

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

    /** Of a text that is no such file: none. */
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
