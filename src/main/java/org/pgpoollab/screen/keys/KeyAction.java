package org.pgpoollab.screen.keys;

/** What a key does. */
public enum KeyAction {
    HELP,
    MODE,
    EVENTS,
    /** Everything known of the selected node; of the first one if none is selected. */
    DETAILS,
    SELECT_NEXT,
    SELECT_PREVIOUS,
    DESELECT,
    MENU,
    SCROLL_UP,
    SCROLL_DOWN,
    LINE_UP,
    LINE_DOWN,
    TOP,
    BOTTOM,
    /** From output that is scrolled back to its end. */
    BACK,
    SEARCH,
    NEXT_MATCH,
    PREVIOUS_MATCH,
    ERASE,
    /** What is selected or typed is taken. */
    ACCEPT,
    CLOSE,
    NEXT_NODE,
    PREVIOUS_NODE,
    REDRAW,
    /** Empties the output, and draws all anew. */
    CLEAR,
    SUSPEND,
    STOP(true),
    LEAVE(true),
    COMPLETE(true),
    HISTORY(true),
    UNDO(true),
    POINT(true),
    WHEEL(true),
    COPY(true);

    private final boolean isOfOthers;

    KeyAction() {
        this(false);
    }

    KeyAction(boolean isOfOthers) {
        this.isOfOthers = isOfOthers;
    }

    /** Whether the line editor, the mouse or the terminal does it: it is explained here, and must not be bound. */
    public boolean isOfOthers() {
        return isOfOthers;
    }
}
