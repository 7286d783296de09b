package org.pgpoollab.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes trees of maps, iterables, strings, numbers, booleans and null as JSON, and reads such objects. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Writes JSON on one line. */
    public static String line(Object tree) {
        return write(tree, false);
    }

    /** Writes JSON over several lines, indented by two spaces. */
    public static String text(Object tree) {
        return write(tree, true);
    }

    /** Parses a text that consists of one JSON object, with numbers as they were written; empty for any other text. */
    public static Optional<Map<String, Object>> object(String text) {
        try (var json = FACTORY.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            var tree = object(json);
            return json.nextToken() == null ? Optional.of(tree) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        var tree = new LinkedHashMap<String, Object>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            tree.put(name, value(json));
        }
        return tree;
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> list(json);
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            case VALUE_NULL -> "";
            default -> json.getText();
        };
    }

    private static List<Object> list(JsonParser json) throws IOException {
        var list = new ArrayList<Object>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(json));
        }
        return list;
    }

    private static String write(Object tree, boolean pretty) {
        var writer = new StringWriter();
        try (var json = FACTORY.createGenerator(writer)) {
            if (pretty) {
                json.setPrettyPrinter(new DefaultPrettyPrinter()
                        .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
                        .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n")));
            }
            write(json, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (var entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(json, entry.getValue());
            }
            json.writeEndObject();
            return;
        }
        if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (var element : list) {
                write(json, element);
            }
            json.writeEndArray();
            return;
        }
        if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
            return;
        }
        if (value instanceof Number number) {
            json.writeNumber(number.toString());
            return;
        }
        if (value == null) {
            json.writeNull();
            return;
        }
        json.writeString(value.toString());
    }
}
