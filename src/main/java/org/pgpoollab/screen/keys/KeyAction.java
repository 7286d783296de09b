package org.pgpoollab.screen.keys;

/** An action that a key triggers. */
public enum KeyAction {
    HELP,
    MODE,
    EVENTS,
    /** Shows the details of the selected node, or of the first one if none is selected. */
    DETAILS,
    /** Shows or hides the lesson. */
    LESSON,
    LESSON_UP,
    LESSON_DOWN,
    /** Holds the grid as it is, or shows the newest one again. */
    HOLD,
    SELECT_NEXT,
    SELECT_PREVIOUS,
    DESELECT,
    MENU,
    /** Shows the log lines that belong to the selected event. */
    CAUSES,
    SCROLL_UP,
    SCROLL_DOWN,
    LINE_UP,
    LINE_DOWN,
    TOP,
    BOTTOM,
    /** Scrolls the output back to its end. */
    BACK,
    SEARCH,
    NEXT_MATCH,
    PREVIOUS_MATCH,
    ERASE,
    /** Confirms the selected item or the typed text. */
    ACCEPT,
    CLOSE,
    NEXT_NODE,
    PREVIOUS_NODE,
    REDRAW,
    /** Clears the output and redraws the screen. */
    CLEAR,
    SUSPEND,
    NEXT_STOP,
    PREVIOUS_STOP,
    NEXT_EVENT,
    PREVIOUS_EVENT,
    /** Plays, or pauses. */
    PLAY,
    FASTER,
    SLOWER,
    MINUTE_FORWARD,
    MINUTE_BACK,
    /** Lets the user type a time to jump to. */
    JUMP,
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

    /**
     * Tells whether the line editor, the mouse or the terminal performs the action. Such a key is explained in the help and must
     * not be bound.
     */
    public boolean isOfOthers() {
        return isOfOthers;
    }
}
