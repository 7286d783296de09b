package org.pgpoollab.topology;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;

/** Reads YAML into nodes with line numbers, and writes nested maps as YAML. Only this class uses Jackson's YAML. */
public final class Yaml {

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private final String file;
    private final YAMLParser parser;

    private Yaml(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Reads the one document of a text; empty if it contains only comments.
     *
     * @param file the name of the text in problem messages
     * @throws LabException with status 2 if it is not YAML
     */
    public static Optional<YamlNode> read(String file, String text) {
        try (var parser = FACTORY.createParser(text)) {
            return new Yaml(file, parser).document();
        } catch (JsonProcessingException e) {
            throw notYaml(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<YamlNode> document() throws IOException {
        if (parser.nextToken() == null) {
            return Optional.empty();
        }
        var node = node();
        if (parser.nextToken() != null) {
            throw LabException.usage(
                    file + " line " + line() + ": a second document begins",
                    "one file describes one lab",
                    "remove all from --- on, or put it into a file of its own");
        }
        return Optional.of(node);
    }

    private YamlNode node() throws IOException {
        var line = line();
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return new YamlNode.Mapping(entries(), line);
        }
        if (token == JsonToken.START_ARRAY) {
            return new YamlNode.Sequence(items(), line);
        }
        if (parser.isCurrentAlias()) {
            throw LabException.usage(
                    file + " line " + line + ": *" + parser.getText() + " is an alias",
                    "such a file has no anchors and aliases",
                    "write the value out, or in quotes if it begins with *");
        }
        if (token == JsonToken.VALUE_NULL || isLeftOut()) {
            return new YamlNode.Nothing(line);
        }
        return new YamlNode.Scalar(parser.getText(), line);
    }

    private List<YamlNode> items() throws IOException {
        var items = new ArrayList<YamlNode>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return List.copyOf(items);
    }

    private List<YamlNode.Entry> entries() throws IOException {
        var entries = new ArrayList<YamlNode.Entry>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            var line = line();
            parser.nextToken();
            entries.add(new YamlNode.Entry(key, line, node()));
        }
        return List.copyOf(entries);
    }

    /** Returns whether the value is missing; empty quotes are a value. */
    private boolean isLeftOut() throws IOException {
        return parser.getText().isEmpty()
                && parser.currentTokenLocation().getCharOffset()
                        == parser.currentLocation().getCharOffset();
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static LabException notYaml(String file, JsonProcessingException trouble) {
        var location = trouble.getLocation();
        var line = location == null ? "" : " line " + location.getLineNr();
        var why =
                String.valueOf(trouble.getOriginalMessage()).lines().findFirst().orElse("");
        return new LabException(
                Exit.USAGE,
                List.of(
                        new Problem(
                                file + line + " is not YAML",
                                why,
                                "write one key: value a line, two spaces before the lines of a group, no tabs; quote text with : or #")));
    }

    /** Writes nested maps of texts and whole numbers, in their order. */
    static String write(Map<String, Object> content) {
        var text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(generator, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Integer number) {
            generator.writeNumber(number);
            return;
        }
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (var entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                write(generator, entry.getValue());
            }
            generator.writeEndObject();
            return;
        }
        generator.writeString(String.valueOf(value));
    }
}
