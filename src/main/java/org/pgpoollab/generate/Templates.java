package org.pgpoollab.generate;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/**
 * Renders the files of {@code templates/}. Only this class uses Pebble. Models are maps, because Pebble would read a record by reflection.
 * A variable that a model lacks is an error, and line ends are removed only by a tag with a hyphen.
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

    /** @param name the name of the file in {@code templates/} */
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
