package org.pgpoollab.screen.terminal;

import java.util.Optional;
import org.pgpoollab.screen.keys.KeyContext;
import org.pgpoollab.screen.overlay.NodeMenu;
import org.pgpoollab.screen.overlay.OverlayStyles;
import org.pgpoollab.screen.overlay.TextViewer;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.topology.Node;

/** What lies over the grid, and gets the keys while it does. */
sealed interface Overlay {

    KeyContext context();

    /** As large as it likes to be, up to the given size. */
    Picture picture(int columns, int rows, OverlayStyles styles);

    /** Scrolled on by so many lines, back if negative; or the selection moved. */
    Overlay moved(int steps);

    /** Whom it is about. */
    default Optional<Node> node() {
        return Optional.empty();
    }

    /** A text to read. */
    record Reading(TextViewer sheet, Optional<Node> about, int offset) implements Overlay {

        @Override
        public KeyContext context() {
            return KeyContext.OVERLAY;
        }

        @Override
        public Picture picture(int columns, int rows, OverlayStyles styles) {
            return sheet.picture(columns, rows, offset, styles);
        }

        @Override
        public Reading moved(int steps) {
            return new Reading(sheet, about, (int) Math.max(0, Math.min(Integer.MAX_VALUE, (long) offset + steps)));
        }

        /** No further than there is something to see in a box of this size. */
        Reading within(int columns, int rows, OverlayStyles styles) {
            return new Reading(sheet, about, Math.min(offset, sheet.furthest(columns, rows, styles)));
        }

        @Override
        public Optional<Node> node() {
            return about;
        }
    }

    /** What can be done with a node. */
    record Choice(NodeMenu menu, int selected) implements Overlay {

        @Override
        public KeyContext context() {
            return KeyContext.MENU;
        }

        @Override
        public Picture picture(int columns, int rows, OverlayStyles styles) {
            return menu.picture(columns, rows, selected, styles);
        }

        @Override
        public Choice moved(int steps) {
            return new Choice(menu, menu.moved(selected, steps));
        }

        @Override
        public Optional<Node> node() {
            return Optional.of(menu.node());
        }
    }
}
