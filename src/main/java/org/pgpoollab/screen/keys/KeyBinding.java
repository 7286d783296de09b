package org.pgpoollab.screen.keys;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What some keys do in one context.
 *
 * @param keys the keys, which all do the same; documentation shows the first one
 * @param sentence what they do, for the help
 */
public record KeyBinding(KeyAction action, KeyContext context, List<Key> keys, String sentence) {

    public KeyBinding {
        keys = List.copyOf(keys);
    }

    /** {@code PgUp}, {@code q, Esc, F1}. */
    public String shownAs() {
        return keys.stream().map(Key::shownAs).collect(Collectors.joining(", "));
    }

    /** Returns everything that a terminal may send for any of the keys. */
    public List<String> sequences() {
        return keys.stream().flatMap(key -> key.sequences().stream()).toList();
    }

    /**
     * Returns terminfo's long names of what the current terminal sends for the keys. Names that a terminal lacks are to be ignored.
     */
    public List<String> capabilities() {
        return keys.stream().flatMap(key -> key.capabilities().stream()).toList();
    }
}
