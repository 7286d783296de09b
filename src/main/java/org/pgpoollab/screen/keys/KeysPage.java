package org.pgpoollab.screen.keys;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Generates docs/keys.md, the list of all keys in Markdown, from the key bindings. */
public final class KeysPage {

    private KeysPage() {}

    /** Returns the whole page, ending with a newline. */
    public static String render() {
        var contexts = Arrays.stream(KeyContext.values()).map(KeysPage::section).collect(Collectors.joining("\n"));
        return "# Keys of the full screen\n\nMade from the key bindings themselves; do not edit. `^L` is Ctrl-L.\n\n"
                + contexts;
    }

    private static String section(KeyContext context) {
        var rows = KeyBindings.of(context).stream().map(KeysPage::row).collect(Collectors.joining());
        var note = context.note().isEmpty() ? "" : "\n" + context.note() + "\n";
        return "## " + context.title() + "\n\n| key | what it does |\n|---|---|\n" + rows + note;
    }

    private static String row(KeyBinding binding) {
        var keys = binding.keys().stream().map(key -> "`" + key.shownAs() + "`").collect(Collectors.joining(", "));
        return "| " + keys + " | " + binding.sentence() + " |\n";
    }
}
