package org.pgpoollab.screen.overlay;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.command.Catalog;
import org.pgpoollab.screen.keys.KeyBinding;
import org.pgpoollab.screen.keys.KeyBindings;
import org.pgpoollab.screen.keys.KeyContext;

/** What F1 shows: all keys, then all commands, made of what binds the ones and runs the others. */
public final class HelpOverlay {

    private static final int KEY_WIDTH = 18;
    private static final int NAME_WIDTH = 16;

    private HelpOverlay() {}

    /** @param context where F1 was pressed: its keys stand first */
    public static Sheet of(KeyContext context) {
        var lines = new ArrayList<Line>();
        context.outwards().forEach(each -> keys(lines, each));
        commands(lines);
        for (var other : KeyContext.values()) {
            if (!context.outwards().contains(other)) {
                keys(lines, other);
            }
        }
        lines.remove(lines.size() - 1);
        return new Sheet("Help", lines);
    }

    private static void keys(List<Line> lines, KeyContext context) {
        lines.add(Line.of(context.title(), Wear.TITLE));
        KeyBindings.of(context).forEach(binding -> key(lines, binding));
        if (!context.note().isEmpty()) {
            lines.add(Line.under("  ", Wear.DIM, context.note()));
        }
        lines.add(Line.EMPTY);
    }

    private static void key(List<Line> lines, KeyBinding binding) {
        if (binding.shownAs().length() < KEY_WIDTH) {
            lines.add(row(binding.shownAs(), KEY_WIDTH, binding.sentence()));
            return;
        }
        lines.add(row(binding.shownAs(), KEY_WIDTH, ""));
        lines.add(row("", KEY_WIDTH, binding.sentence()));
    }

    private static void commands(List<Line> lines) {
        lines.add(Line.of("Commands: help COMMAND says more", Wear.TITLE));
        var group = "";
        for (var entry : Catalog.entries()) {
            if (!entry.group().equals(group)) {
                group = entry.group();
                lines.add(Line.of(" " + group, Wear.DIM));
            }
            lines.add(row(entry.name(), NAME_WIDTH, entry.summary()));
        }
        lines.add(Line.EMPTY);
    }

    private static Line row(String head, int width, String text) {
        var padding = " ".repeat(Math.max(1, width - head.length()));
        return Line.under("  " + head + padding, Wear.GOOD, text);
    }
}
