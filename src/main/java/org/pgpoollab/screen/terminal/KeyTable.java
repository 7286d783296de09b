package org.pgpoollab.screen.terminal;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.pgpoollab.screen.keys.KeyAction;
import org.pgpoollab.screen.keys.KeyBinding;
import org.pgpoollab.screen.keys.KeyBindings;
import org.pgpoollab.screen.keys.KeyContext;

/** Maps the keys of one terminal to actions, for each context. */
final class KeyTable {

    private final Map<KeyContext, Map<String, KeyAction>> actions = new EnumMap<>(KeyContext.class);

    KeyTable(Terminal tty) {
        for (var context : KeyContext.values()) {
            var bound = new HashMap<String, KeyAction>();
            KeyBindings.bound(context).forEach(binding -> bind(binding, tty, bound));
            actions.put(context, bound);
        }
    }

    /** Returns the action of a key; empty if the screen does not use the key in this context. */
    Optional<KeyAction> action(KeyContext context, String raw) {
        return Optional.ofNullable(actions.get(context).get(raw));
    }

    /** Returns all sequences that have an action in any context. */
    Set<String> sequences() {
        var all = new TreeSet<String>();
        actions.values().forEach(bound -> all.addAll(bound.keySet()));
        return all;
    }

    private static void bind(KeyBinding binding, Terminal tty, Map<String, KeyAction> bound) {
        binding.sequences().forEach(sequence -> bound.putIfAbsent(sequence, binding.action()));
        for (var name : binding.capabilities()) {
            var sequence = KeyMap.key(tty, Capability.valueOf(name));
            if (sequence != null && !sequence.isEmpty()) {
                bound.putIfAbsent(sequence, binding.action());
            }
        }
    }
}
