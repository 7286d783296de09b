package org.pgpoollab.screen.terminal;

import java.util.Optional;
import org.pgpoollab.screen.keys.KeyContext;
import org.pgpoollab.screen.overlay.NodeMenu;
import org.pgpoollab.screen.overlay.OverlayStyles;
import org.pgpoollab.screen.overlay.TextViewer;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Node;

/** A box over the grid, which receives the keys while it is open. */
sealed interface Overlay {

    KeyContext context();

    /** Draws the overlay in the size that it needs, up to the given one. */
    Picture picture(int columns, int rows, OverlayStyles styles);

    /** Returns the overlay scrolled down by {@code steps} lines, or up if negative; a menu moves its selection instead. */
    Overlay moved(int steps);

    /** Returns the node that the overlay is about. */
    default Optional<Node> node() {
        return Optional.empty();
    }

    /** An overlay with a text to read. */
    sealed interface Reading extends Overlay {

        TextViewer sheet();

        /** Returns the number of the line at the top. */
        int offset();

        /** Returns the same text with another line at the top. */
        Reading at(int line);

        @Override
        default KeyContext context() {
            return KeyContext.OVERLAY;
        }

        @Override
        default Picture picture(int columns, int rows, OverlayStyles styles) {
            return sheet().picture(columns, rows, offset(), styles);
        }

        @Override
        default Reading moved(int steps) {
            return at((int) Math.max(0, Math.min(Integer.MAX_VALUE, (long) offset() + steps)));
        }

        /** Returns the same with an offset that is not beyond the end of the text in a box of this size. */
        default Reading within(int columns, int rows, OverlayStyles styles) {
            return at(Math.min(offset(), sheet().furthest(columns, rows, styles)));
        }
    }

    /** An overlay with the help. */
    record Help(TextViewer sheet, int offset) implements Reading {

        @Override
        public Help at(int line) {
            return new Help(sheet, line);
        }
    }

    /** An overlay with the details of a node. */
    record Details(TextViewer sheet, Node about, int offset) implements Reading {

        @Override
        public Details at(int line) {
            return new Details(sheet, about, line);
        }

        @Override
        public Optional<Node> node() {
            return Optional.of(about);
        }
    }

    /** An overlay with the log lines that belong to an event. */
    record Causes(TextViewer sheet, Event about, int offset) implements Reading {

        @Override
        public Causes at(int line) {
            return new Causes(sheet, about, line);
        }
    }

    /** An overlay with a node's menu. */
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
