package org.pgpoollab.screen.keys;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What some keys do in one context.
 *
 * @param keys all of them do the same; the first is the one to learn
 * @param sentence what they do, for help
 */
public record KeyBinding(KeyAction action, KeyContext context, List<Key> keys, String sentence) {

    public KeyBinding {
        keys = List.copyOf(keys);
    }

    /** {@code PgUp}, {@code q, Esc, F1}. */
    public String shownAs() {
        return keys.stream().map(Key::shownAs).collect(Collectors.joining(", "));
    }

    /** What a terminal may send for any of the keys. */
    public List<String> sequences() {
        return keys.stream().flatMap(key -> key.sequences().stream()).toList();
    }

    /** terminfo's long names of what this terminal sends for them; those that a terminal lacks are to be left out. */
    public List<String> capabilities() {
        return keys.stream().flatMap(key -> key.capabilities().stream()).toList();
    }
}
