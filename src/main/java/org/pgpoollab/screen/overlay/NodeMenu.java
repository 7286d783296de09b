package org.pgpoollab.screen.overlay;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.report.DisplayWidth;
import org.pgpoollab.report.StatusSign;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.topology.Node;

/** The menu of a node's actions. An action that is not possible now keeps its place and shows the reason. */
public record NodeMenu(Node node, List<MenuItem> items) {

    private static final int LABEL = 12;

    public NodeMenu {
        items = List.copyOf(items);
    }

    /**
     * Builds the menu.
     *
     * @param readOnly whether every action that changes something is disabled
     */
    public static NodeMenu of(ClusterState state, Node node, boolean readOnly) {
        return new NodeMenu(node, new NodeActions(state, node, readOnly).all());
    }

    /** Returns the item of this key, possible or not. Upper and lower case are equal. */
    public Optional<MenuItem> item(char letter) {
        return items.stream()
                .filter(item -> item.letter() == Character.toLowerCase(letter))
                .findFirst();
    }

    /** Returns the index of the first possible item, which is selected when the menu opens. */
    public int firstPossible() {
        return items.indexOf(
                items.stream().filter(MenuItem::isPossible).findFirst().orElse(items.get(0)));
    }

    /** Returns the selection after {@code steps} steps down, or up if negative. It wraps around and includes disabled items. */
    public int moved(int selected, int steps) {
        return Math.floorMod(selected + steps, items.size());
    }

    /**
     * Draws as many items as fit; with few rows, those around the selected one.
     *
     * @param columns the maximum width
     * @param rows the maximum height
     */
    public Picture picture(int columns, int rows, int selected, OverlayStyles styles) {
        var width = BoxFrame.hasRoom(columns, rows) ? BoxFrame.outerColumns(widest(styles), columns) : columns;
        var height =
                BoxFrame.hasRoom(columns, rows) ? BoxFrame.outerRows(items.size(), rows) : Math.min(rows, items.size());
        var canvas = new Canvas(width, height);
        var inside = BoxFrame.paint(canvas, node.name(), "Esc closes", styles);
        var first = Math.max(0, Math.min(selected - inside.rows() / 2, items.size() - inside.rows()));
        for (var row = 0; row < inside.rows() && first + row < items.size(); row++) {
            paint(inside.part(0, row, inside.columns(), 1), items.get(first + row), first + row == selected, styles);
        }
        return canvas.picture();
    }

    private int widest(OverlayStyles styles) {
        return items.stream()
                .mapToInt(item -> LABEL + DisplayWidth.of(styles.shown(remark(item))))
                .max()
                .orElse(LABEL);
    }

    private void paint(Canvas line, MenuItem item, boolean isSelected, OverlayStyles styles) {
        var style = isSelected ? styles.selected() : item.isPossible() ? styles.normal() : styles.dim();
        line.fill(style);
        var letter = isSelected || !item.isPossible() ? style : styles.good();
        line.write(1, 0, String.valueOf(item.letter()).toUpperCase(Locale.ROOT), letter.with(GlyphStyle.Mark.BOLD));
        line.write(3, 0, item.label(), style);
        line.write(LABEL, 0, cut(styles.shown(remark(item)), line.columns() - LABEL, styles), style);
    }

    /** Returns the text, with a sign at its end if it was cut. */
    private static String cut(String text, int columns, OverlayStyles styles) {
        if (DisplayWidth.of(text) <= columns) {
            return text;
        }
        var end = text.length();
        while (end > 0 && DisplayWidth.of(text.substring(0, end)) >= columns) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + (styles.ascii() ? StatusSign.CUT_OFF.standIn() : StatusSign.CUT_OFF.symbol());
    }

    /** Returns the command that the item types, or the reason why it is disabled. */
    private String remark(MenuItem item) {
        if (!item.isPossible()) {
            return StatusSign.BAD.before(item.whyNot());
        }
        return item.opensDetails() ? "(F4)" : item.commandLine();
    }
}
