package org.pgpoollab.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes trees of maps, iterables, strings, numbers, booleans and null as JSON. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** On one line. */
    public static String line(Object tree) {
        return write(tree, false);
    }

    /** Over several lines, indented by two spaces. */
    public static String text(Object tree) {
        return write(tree, true);
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
