package org.pgpoollab.screen.overlay;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.screen.keys.KeyBinding;
import org.pgpoollab.screen.keys.KeyBindings;
import org.pgpoollab.screen.keys.KeyContext;

/** The help that F1 opens: all keys, then all commands. It is generated from the key bindings and the command catalogue. */
public final class HelpOverlay {

    private static final int KEY_WIDTH = 18;
    private static final int NAME_WIDTH = 16;

    private HelpOverlay() {}

    /**
     * Builds the help.
     *
     * @param context the context in which F1 was pressed; its keys come first
     */
    public static TextViewer of(KeyContext context) {
        var lines = new ArrayList<DetailLine>();
        context.outwards().forEach(each -> keys(lines, each));
        commands(lines);
        for (var other : KeyContext.values()) {
            if (!context.outwards().contains(other)) {
                keys(lines, other);
            }
        }
        lines.remove(lines.size() - 1);
        return new TextViewer("Help", lines);
    }

    private static void keys(List<DetailLine> lines, KeyContext context) {
        lines.add(DetailLine.of(context.title(), OverlayStyle.TITLE));
        KeyBindings.of(context).forEach(binding -> key(lines, binding));
        if (!context.note().isEmpty()) {
            lines.add(DetailLine.under("  ", OverlayStyle.DIM, context.note()));
        }
        lines.add(DetailLine.EMPTY);
    }

    private static void key(List<DetailLine> lines, KeyBinding binding) {
        if (binding.shownAs().length() < KEY_WIDTH) {
            lines.add(row(binding.shownAs(), KEY_WIDTH, binding.sentence()));
            return;
        }
        lines.add(row(binding.shownAs(), KEY_WIDTH, ""));
        lines.add(row("", KEY_WIDTH, binding.sentence()));
    }

    private static void commands(List<DetailLine> lines) {
        lines.add(DetailLine.of("Commands: help COMMAND says more", OverlayStyle.TITLE));
        var group = "";
        for (var entry : Catalog.entries()) {
            if (!entry.group().equals(group)) {
                group = entry.group();
                lines.add(DetailLine.of(" " + group, OverlayStyle.DIM));
            }
            lines.add(row(entry.name(), NAME_WIDTH, entry.summary()));
        }
        lines.add(DetailLine.EMPTY);
    }

    private static DetailLine row(String head, int width, String text) {
        var padding = " ".repeat(Math.max(1, width - head.length()));
        return DetailLine.under("  " + head + padding, OverlayStyle.GOOD, text);
    }
}
