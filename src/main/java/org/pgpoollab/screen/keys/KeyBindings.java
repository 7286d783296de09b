package org.pgpoollab.screen.keys;

import static org.pgpoollab.screen.keys.KeyContext.EVENTS;
import static org.pgpoollab.screen.keys.KeyContext.EVERYWHERE;
import static org.pgpoollab.screen.keys.KeyContext.FOUND;
import static org.pgpoollab.screen.keys.KeyContext.JUMP;
import static org.pgpoollab.screen.keys.KeyContext.MENU;
import static org.pgpoollab.screen.keys.KeyContext.NODE;
import static org.pgpoollab.screen.keys.KeyContext.OVERLAY;
import static org.pgpoollab.screen.keys.KeyContext.PLAYBACK;
import static org.pgpoollab.screen.keys.KeyContext.PROMPT;
import static org.pgpoollab.screen.keys.KeyContext.SCROLLED;
import static org.pgpoollab.screen.keys.KeyContext.SEARCH;

import java.util.List;
import java.util.Set;

/**
 * All key bindings. The terminal is bound by them, and the help, the key bar and docs/keys.md are generated from them. Plain arrows
 * and letters go to the prompt unless a node is selected, the output is scrolled back or an overlay is open.
 */
public final class KeyBindings {

    private static final List<KeyBinding> ALL = List.of(
            bind(KeyAction.HELP, EVERYWHERE, "Shows this help.", KeyDefinitions.F1),
            bind(
                    KeyAction.MODE,
                    EVERYWHERE,
                    "Shows the grid and the prompt, the prompt alone, or the grid alone.",
                    KeyDefinitions.F2),
            bind(KeyAction.EVENTS, EVERYWHERE, "Shows all events.", KeyDefinitions.F3),
            bind(
                    KeyAction.DETAILS,
                    EVERYWHERE,
                    "Shows the details of the selected node, or of the first one.",
                    KeyDefinitions.F4),
            bind(KeyAction.LESSON, EVERYWHERE, "Shows or hides the lesson that is played.", KeyDefinitions.F5),
            bind(KeyAction.LESSON_UP, EVERYWHERE, "Scrolls the lesson up.", KeyDefinitions.alt('i')),
            bind(KeyAction.LESSON_DOWN, EVERYWHERE, "Scrolls the lesson down.", KeyDefinitions.alt('m')),
            bind(
                    KeyAction.HOLD,
                    EVERYWHERE,
                    "Holds the grid while the lab goes on; pressed again, lets it go on.",
                    KeyDefinitions.F6),
            bind(
                    KeyAction.SELECT_NEXT,
                    EVERYWHERE,
                    "Selects the next node.",
                    KeyDefinitions.ALT_DOWN,
                    KeyDefinitions.SHIFT_DOWN,
                    KeyDefinitions.alt('j')),
            bind(
                    KeyAction.SELECT_PREVIOUS,
                    EVERYWHERE,
                    "Selects the previous node.",
                    KeyDefinitions.ALT_UP,
                    KeyDefinitions.SHIFT_UP,
                    KeyDefinitions.alt('k')),
            bind(KeyAction.SCROLL_UP, EVERYWHERE, "Scrolls up one page.", KeyDefinitions.PAGE_UP),
            bind(KeyAction.SCROLL_DOWN, EVERYWHERE, "Scrolls down one page.", KeyDefinitions.PAGE_DOWN),
            bind(KeyAction.SEARCH, EVERYWHERE, "Searches the output.", KeyDefinitions.alt('/')),
            bind(KeyAction.REDRAW, EVERYWHERE, "Redraws the screen.", KeyDefinitions.control('L')),
            bind(
                    KeyAction.SUSPEND,
                    EVERYWHERE,
                    "Suspends the program; fg in the shell resumes it.",
                    KeyDefinitions.control('Z')),
            bind(
                    KeyAction.STOP,
                    PROMPT,
                    "Stops the running command; if none runs, clears the line.",
                    KeyDefinitions.control('C')),
            bind(
                    KeyAction.LEAVE,
                    PROMPT,
                    "On an empty line: leaves the program. The lab keeps running.",
                    KeyDefinitions.control('D')),
            bind(
                    KeyAction.COMPLETE,
                    PROMPT,
                    "Completes commands, options and nodes; pressed twice, lists them.",
                    KeyDefinitions.TAB),
            bind(KeyAction.HISTORY, PROMPT, "Searches the command history.", KeyDefinitions.control('R')),
            bind(KeyAction.UNDO, PROMPT, "Undoes the last change of the line.", KeyDefinitions.control('_')),
            bind(
                    KeyAction.CLEAR,
                    PROMPT,
                    "Clears the output, as clear does, and redraws the screen.",
                    KeyDefinitions.control('L')),
            bind(KeyAction.SELECT_NEXT, NODE, "Selects the next node.", KeyDefinitions.DOWN, KeyDefinitions.RIGHT),
            bind(KeyAction.SELECT_PREVIOUS, NODE, "Selects the previous node.", KeyDefinitions.UP, KeyDefinitions.LEFT),
            bind(KeyAction.MENU, NODE, "Opens the menu of the node.", KeyDefinitions.ENTER),
            bind(KeyAction.DESELECT, NODE, "Clears the selection.", KeyDefinitions.ESCAPE),
            bind(KeyAction.SELECT_NEXT, MENU, "Selects the next line.", KeyDefinitions.DOWN, KeyDefinitions.TAB),
            bind(KeyAction.SELECT_PREVIOUS, MENU, "Selects the previous line.", KeyDefinitions.UP),
            bind(KeyAction.ACCEPT, MENU, "Types the line's command at the prompt.", KeyDefinitions.ENTER),
            bind(KeyAction.CLOSE, MENU, "Closes the menu.", KeyDefinitions.ESCAPE, KeyDefinitions.control('C')),
            bind(KeyAction.SEARCH, SCROLLED, "Searches the output.", KeyDefinitions.letter('/')),
            bind(KeyAction.LINE_UP, SCROLLED, "Scrolls up one line.", KeyDefinitions.UP),
            bind(KeyAction.LINE_DOWN, SCROLLED, "Scrolls down one line.", KeyDefinitions.DOWN),
            bind(KeyAction.TOP, SCROLLED, "Goes to the oldest line.", KeyDefinitions.HOME),
            bind(KeyAction.BOTTOM, SCROLLED, "Goes to the newest line.", KeyDefinitions.END),
            bind(
                    KeyAction.BACK,
                    SCROLLED,
                    "Returns to the prompt.",
                    KeyDefinitions.ESCAPE,
                    KeyDefinitions.control('C')),
            bind(KeyAction.NEXT_MATCH, FOUND, "Goes to the next match, further up.", KeyDefinitions.letter('n')),
            bind(KeyAction.PREVIOUS_MATCH, FOUND, "Goes to the previous match.", KeyDefinitions.letter('N')),
            bind(KeyAction.ACCEPT, SEARCH, "Searches upward from the current position.", KeyDefinitions.ENTER),
            bind(KeyAction.ERASE, SEARCH, "Deletes the last character.", KeyDefinitions.BACKSPACE),
            bind(KeyAction.CLOSE, SEARCH, "Cancels the search.", KeyDefinitions.ESCAPE, KeyDefinitions.control('C')),
            bind(
                    KeyAction.CAUSES,
                    EVENTS,
                    "Shows the log lines of the selected event, and what they mean.",
                    KeyDefinitions.ENTER),
            bind(KeyAction.LINE_UP, EVENTS, "Selects the event before.", KeyDefinitions.UP, KeyDefinitions.letter('k')),
            bind(
                    KeyAction.LINE_DOWN,
                    EVENTS,
                    "Selects the event after.",
                    KeyDefinitions.DOWN,
                    KeyDefinitions.letter('j')),
            bind(KeyAction.SCROLL_DOWN, EVENTS, "Scrolls down one page.", KeyDefinitions.SPACE),
            bind(KeyAction.TOP, EVENTS, "Selects the oldest event.", KeyDefinitions.HOME, KeyDefinitions.letter('g')),
            bind(KeyAction.BOTTOM, EVENTS, "Selects the newest event.", KeyDefinitions.END, KeyDefinitions.letter('G')),
            bind(
                    KeyAction.CLOSE,
                    EVENTS,
                    "Shows the grid again.",
                    KeyDefinitions.ESCAPE,
                    KeyDefinitions.letter('q'),
                    KeyDefinitions.control('C')),
            bind(KeyAction.LINE_UP, OVERLAY, "Scrolls up one line.", KeyDefinitions.UP, KeyDefinitions.letter('k')),
            bind(
                    KeyAction.LINE_DOWN,
                    OVERLAY,
                    "Scrolls down one line.",
                    KeyDefinitions.DOWN,
                    KeyDefinitions.letter('j')),
            bind(KeyAction.SCROLL_DOWN, OVERLAY, "Scrolls down one page.", KeyDefinitions.SPACE),
            bind(KeyAction.TOP, OVERLAY, "Goes to the beginning.", KeyDefinitions.HOME, KeyDefinitions.letter('g')),
            bind(KeyAction.BOTTOM, OVERLAY, "Goes to the end.", KeyDefinitions.END, KeyDefinitions.letter('G')),
            bind(
                    KeyAction.NEXT_NODE,
                    OVERLAY,
                    "In details: shows the next node, or the next event.",
                    KeyDefinitions.RIGHT,
                    KeyDefinitions.TAB),
            bind(
                    KeyAction.PREVIOUS_NODE,
                    OVERLAY,
                    "In details: shows the previous node, or the previous event.",
                    KeyDefinitions.LEFT),
            bind(KeyAction.MENU, OVERLAY, "In details: opens the menu of the node.", KeyDefinitions.ENTER),
            bind(
                    KeyAction.CLOSE,
                    OVERLAY,
                    "Closes the overlay.",
                    KeyDefinitions.ESCAPE,
                    KeyDefinitions.letter('q'),
                    KeyDefinitions.control('C')),
            bind(KeyAction.NEXT_STOP, PLAYBACK, "Goes to the next change or event.", KeyDefinitions.RIGHT),
            bind(KeyAction.PREVIOUS_STOP, PLAYBACK, "Goes to the change or event before.", KeyDefinitions.LEFT),
            bind(KeyAction.NEXT_EVENT, PLAYBACK, "Goes to the next event.", KeyDefinitions.letter('n')),
            bind(KeyAction.PREVIOUS_EVENT, PLAYBACK, "Goes to the event before.", KeyDefinitions.letter('p')),
            bind(KeyAction.PLAY, PLAYBACK, "Plays, or pauses.", KeyDefinitions.SPACE),
            bind(KeyAction.SLOWER, PLAYBACK, "Plays slower, down to x1.", KeyDefinitions.letter('-')),
            bind(
                    KeyAction.FASTER,
                    PLAYBACK,
                    "Plays faster, up to x60.",
                    KeyDefinitions.letter('+'),
                    KeyDefinitions.letter('=')),
            bind(KeyAction.JUMP, PLAYBACK, "Goes to a time that is typed.", KeyDefinitions.letter('g')),
            bind(KeyAction.MINUTE_BACK, PLAYBACK, "Goes back one minute.", KeyDefinitions.PAGE_UP),
            bind(KeyAction.MINUTE_FORWARD, PLAYBACK, "Goes on one minute.", KeyDefinitions.PAGE_DOWN),
            bind(KeyAction.TOP, PLAYBACK, "Goes to the beginning.", KeyDefinitions.HOME),
            bind(KeyAction.BOTTOM, PLAYBACK, "Goes to the end.", KeyDefinitions.END),
            bind(KeyAction.SELECT_NEXT, PLAYBACK, "Selects the next node.", KeyDefinitions.DOWN),
            bind(KeyAction.SELECT_PREVIOUS, PLAYBACK, "Selects the previous node.", KeyDefinitions.UP),
            bind(KeyAction.DETAILS, PLAYBACK, "Shows the details of the selected node.", KeyDefinitions.ENTER),
            bind(
                    KeyAction.CAUSES,
                    PLAYBACK,
                    "Shows the log lines of the newest event, and what they mean.",
                    KeyDefinitions.letter('l')),
            bind(KeyAction.DESELECT, PLAYBACK, "Clears the selection.", KeyDefinitions.ESCAPE),
            bind(
                    KeyAction.CLOSE,
                    PLAYBACK,
                    "Leaves the playback.",
                    KeyDefinitions.letter('q'),
                    KeyDefinitions.control('C'),
                    KeyDefinitions.control('D')),
            bind(KeyAction.ACCEPT, JUMP, "Goes to the time.", KeyDefinitions.ENTER),
            bind(KeyAction.ERASE, JUMP, "Deletes the last character.", KeyDefinitions.BACKSPACE),
            bind(KeyAction.CLOSE, JUMP, "Stays where it is.", KeyDefinitions.ESCAPE, KeyDefinitions.control('C')),
            bind(
                    KeyAction.POINT,
                    EVERYWHERE,
                    "Selects the node under the pointer; a second click opens its menu.",
                    mouse("Click")),
            bind(KeyAction.WHEEL, EVERYWHERE, "Scrolls the output, or what is under the pointer.", mouse("Wheel")),
            bind(
                    KeyAction.COPY,
                    EVERYWHERE,
                    "Selects text as in any other window of the terminal.",
                    mouse("Shift and drag")));

    private KeyBindings() {}

    public static List<KeyBinding> all() {
        return ALL;
    }

    /** Returns the bindings of this context only, without those of wider contexts. */
    public static List<KeyBinding> of(KeyContext context) {
        return ALL.stream().filter(binding -> binding.context() == context).toList();
    }

    /**
     * Returns the keys to bind in this context, including those of wider contexts. Of two bindings for the same keys the first one
     * counts.
     */
    public static List<KeyBinding> bound(KeyContext context) {
        return context.outwards().stream()
                .flatMap(each -> of(each).stream())
                .filter(binding -> !binding.action().isOfOthers())
                .toList();
    }

    /** Returns the first key for the action in this context, or else in a wider one. */
    static Key key(KeyAction action, KeyContext context) {
        return context.outwards().stream()
                .flatMap(each -> of(each).stream())
                .filter(binding -> binding.action() == action)
                .map(binding -> binding.keys().get(0))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(action + " has no key in " + context));
    }

    /**
     * Returns the hints of the key bar in the longest form that fits.
     *
     * @param idle the actions that would do nothing now, and have no hint
     * @param columns the available columns
     */
    public static List<KeyHint> bar(KeyContext context, Set<KeyAction> idle, int columns) {
        return KeyBar.of(context).without(idle).fitting(columns);
    }

    private static Key mouse(String shownAs) {
        return KeyDefinitions.none(shownAs);
    }

    private static KeyBinding bind(KeyAction action, KeyContext context, String sentence, Key... keys) {
        return new KeyBinding(action, context, List.of(keys), sentence);
    }
}
