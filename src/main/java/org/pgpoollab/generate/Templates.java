package org.pgpoollab.generate;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/**
 * Renders the files of {@code templates/}. Pebble stands behind this class alone. Models are maps, for a record would be read by
 * reflection. A name that a model lacks is an error, and no line end is taken away but by {@code {%-}.
 */
final class Templates {

    private final PebbleEngine engine;

    Templates() {
        var loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix("templates");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(false)
                .strictVariables(true)
                .newLineTrimming(false)
                .defaultLocale(Locale.ROOT)
                .build();
    }

    /** @param name of the file in {@code templates/} */
    String render(String name, Map<String, Object> model) {
        var text = new StringWriter();
        try {
            engine.getTemplate(name).evaluate(text, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
