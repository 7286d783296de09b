package org.pgpoollab.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pgpoollab.FileEnd;

/** Reads and appends milestones as lines of JSON, one each. It skips a line that is torn or unknown. */
final class MilestoneFile {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** The most bytes that are read, from the end of the file, in case it is damaged; a load of a day writes a hundredth of it. */
    private static final int MOST_BYTES = 8 << 20;

    private final Path file;

    MilestoneFile(Path file) {
        this.file = file;
    }

    /** @throws IOException if the file cannot be written */
    void append(List<Milestone> milestones) throws IOException {
        var lines = new StringBuilder();
        for (var milestone : milestones) {
            lines.append(line(milestone)).append('\n');
        }
        Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Returns all milestones in the order of time. */
    List<Milestone> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return FileEnd.lines(file, MOST_BYTES)
                    .map(MilestoneFile::milestone)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Milestone::at))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String line(Milestone milestone) throws IOException {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("at", milestone.at().toString());
            json.writeStringField("kind", milestone.kind().name().toLowerCase(Locale.ROOT));
            json.writeArrayFieldStart("nodes");
            for (var node : milestone.nodes()) {
                json.writeString(node);
            }
            json.writeEndArray();
            json.writeStringField("text", milestone.text());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static Optional<Milestone> milestone(String line) {
        var at = Instant.MIN;
        var kind = "";
        var nodes = new ArrayList<String>();
        var text = "";
        try (var json = FACTORY.createParser(line)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.VALUE_STRING) {
                    continue;
                }
                switch (String.valueOf(json.currentName())) {
                    case "at" -> at = Instant.parse(json.getText());
                    case "kind" -> kind = json.getText().toUpperCase(Locale.ROOT);
                    case "text" -> text = json.getText();
                    default -> nodes.add(json.getText());
                }
            }
            return Optional.of(new Milestone(at, Milestone.Kind.valueOf(kind), nodes, text));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
