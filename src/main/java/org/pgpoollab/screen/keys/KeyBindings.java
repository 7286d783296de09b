package org.pgpoollab.screen.keys;

import static org.pgpoollab.screen.keys.KeyContext.EVERYWHERE;
import static org.pgpoollab.screen.keys.KeyContext.FOUND;
import static org.pgpoollab.screen.keys.KeyContext.MENU;
import static org.pgpoollab.screen.keys.KeyContext.NODE;
import static org.pgpoollab.screen.keys.KeyContext.OVERLAY;
import static org.pgpoollab.screen.keys.KeyContext.PROMPT;
import static org.pgpoollab.screen.keys.KeyContext.SCROLLED;
import static org.pgpoollab.screen.keys.KeyContext.SEARCH;

import java.util.List;

/**
 * All key bindings. The terminal is bound by them, and help, the bar of keys and docs/keys.md are made from them. Plain arrows and
 * letters stay with the prompt unless something is selected, scrolled back or open.
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
                    "Shows all that is known of the selected node, or of the first.",
                    KeyDefinitions.F4),
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
                    "Selects the node before.",
                    KeyDefinitions.ALT_UP,
                    KeyDefinitions.SHIFT_UP,
                    KeyDefinitions.alt('k')),
            bind(KeyAction.SCROLL_UP, EVERYWHERE, "Scrolls back by a page.", KeyDefinitions.PAGE_UP),
            bind(KeyAction.SCROLL_DOWN, EVERYWHERE, "Scrolls forth by a page.", KeyDefinitions.PAGE_DOWN),
            bind(KeyAction.SEARCH, EVERYWHERE, "Searches the output.", KeyDefinitions.alt('/')),
            bind(KeyAction.REDRAW, EVERYWHERE, "Draws the screen anew.", KeyDefinitions.control('L')),
            bind(
                    KeyAction.SUSPEND,
                    EVERYWHERE,
                    "Goes back to the shell for a while; fg returns.",
                    KeyDefinitions.control('Z')),
            bind(
                    KeyAction.STOP,
                    PROMPT,
                    "Stops the command that runs; else clears the line.",
                    KeyDefinitions.control('C')),
            bind(
                    KeyAction.LEAVE,
                    PROMPT,
                    "On an empty line: leaves. The lab keeps running.",
                    KeyDefinitions.control('D')),
            bind(
                    KeyAction.COMPLETE,
                    PROMPT,
                    "Completes commands, options and nodes; twice: a menu of them.",
                    KeyDefinitions.TAB),
            bind(
                    KeyAction.HISTORY,
                    PROMPT,
                    "Searches the commands that were typed before.",
                    KeyDefinitions.control('R')),
            bind(KeyAction.UNDO, PROMPT, "Takes back the last change of the line.", KeyDefinitions.control('_')),
            bind(
                    KeyAction.CLEAR,
                    PROMPT,
                    "Empties the output, as clear does, and draws the screen anew.",
                    KeyDefinitions.control('L')),
            bind(KeyAction.SELECT_NEXT, NODE, "Selects the next node.", KeyDefinitions.DOWN, KeyDefinitions.RIGHT),
            bind(KeyAction.SELECT_PREVIOUS, NODE, "Selects the node before.", KeyDefinitions.UP, KeyDefinitions.LEFT),
            bind(KeyAction.MENU, NODE, "Opens the menu of what can be done with the node.", KeyDefinitions.ENTER),
            bind(KeyAction.DESELECT, NODE, "Lets the node go.", KeyDefinitions.ESCAPE),
            bind(KeyAction.SELECT_NEXT, MENU, "The next line.", KeyDefinitions.DOWN, KeyDefinitions.TAB),
            bind(KeyAction.SELECT_PREVIOUS, MENU, "The line before.", KeyDefinitions.UP),
            bind(KeyAction.ACCEPT, MENU, "Types the line's command at the prompt.", KeyDefinitions.ENTER),
            bind(KeyAction.CLOSE, MENU, "Closes the menu.", KeyDefinitions.ESCAPE, KeyDefinitions.control('C')),
            bind(KeyAction.SEARCH, SCROLLED, "Searches the output.", KeyDefinitions.letter('/')),
            bind(KeyAction.LINE_UP, SCROLLED, "Scrolls back by a line.", KeyDefinitions.UP),
            bind(KeyAction.LINE_DOWN, SCROLLED, "Scrolls forth by a line.", KeyDefinitions.DOWN),
            bind(KeyAction.TOP, SCROLLED, "Goes to the oldest line.", KeyDefinitions.HOME),
            bind(KeyAction.BOTTOM, SCROLLED, "Goes to the newest line.", KeyDefinitions.END),
            bind(
                    KeyAction.BACK,
                    SCROLLED,
                    "Goes back to the prompt.",
                    KeyDefinitions.ESCAPE,
                    KeyDefinitions.control('C')),
            bind(KeyAction.NEXT_MATCH, FOUND, "Goes to the next match, further back.", KeyDefinitions.letter('n')),
            bind(KeyAction.PREVIOUS_MATCH, FOUND, "Goes to the match before.", KeyDefinitions.letter('N')),
            bind(KeyAction.ACCEPT, SEARCH, "Searches back from where the output stands.", KeyDefinitions.ENTER),
            bind(KeyAction.ERASE, SEARCH, "Takes away the last character.", KeyDefinitions.BACKSPACE),
            bind(KeyAction.CLOSE, SEARCH, "Gives the search up.", KeyDefinitions.ESCAPE, KeyDefinitions.control('C')),
            bind(KeyAction.LINE_UP, OVERLAY, "Scrolls back by a line.", KeyDefinitions.UP, KeyDefinitions.letter('k')),
            bind(
                    KeyAction.LINE_DOWN,
                    OVERLAY,
                    "Scrolls forth by a line.",
                    KeyDefinitions.DOWN,
                    KeyDefinitions.letter('j')),
            bind(KeyAction.SCROLL_DOWN, OVERLAY, "Scrolls forth by a page.", KeyDefinitions.SPACE),
            bind(KeyAction.TOP, OVERLAY, "Goes to the beginning.", KeyDefinitions.HOME, KeyDefinitions.letter('g')),
            bind(KeyAction.BOTTOM, OVERLAY, "Goes to the end.", KeyDefinitions.END, KeyDefinitions.letter('G')),
            bind(KeyAction.NEXT_NODE, OVERLAY, "In details: the next node.", KeyDefinitions.RIGHT, KeyDefinitions.TAB),
            bind(KeyAction.PREVIOUS_NODE, OVERLAY, "In details: the node before.", KeyDefinitions.LEFT),
            bind(
                    KeyAction.MENU,
                    OVERLAY,
                    "In details: the menu of what can be done with the node.",
                    KeyDefinitions.ENTER),
            bind(
                    KeyAction.CLOSE,
                    OVERLAY,
                    "Closes it.",
                    KeyDefinitions.ESCAPE,
                    KeyDefinitions.letter('q'),
                    KeyDefinitions.control('C')),
            bind(
                    KeyAction.POINT,
                    EVERYWHERE,
                    "Selects the node that is clicked on; a second click opens it.",
                    mouse("Click")),
            bind(KeyAction.WHEEL, EVERYWHERE, "Scrolls.", mouse("Wheel")),
            bind(KeyAction.COPY, EVERYWHERE, "Marks text as in any window of the terminal.", mouse("Shift and drag")));

    private KeyBindings() {}

    public static List<KeyBinding> all() {
        return ALL;
    }

    /** The bindings of this context alone, those of wider ones left out. */
    public static List<KeyBinding> of(KeyContext context) {
        return ALL.stream().filter(binding -> binding.context() == context).toList();
    }

    /** What to bind in this context, wider ones included: of two bindings for the same keys the first counts. */
    public static List<KeyBinding> bound(KeyContext context) {
        return context.outwards().stream()
                .flatMap(each -> of(each).stream())
                .filter(binding -> !binding.action().isOfOthers())
                .toList();
    }

    /** The first key that does this: in this context, or else in a wider one. */
    static Key key(KeyAction action, KeyContext context) {
        return context.outwards().stream()
                .flatMap(each -> of(each).stream())
                .filter(binding -> binding.action() == action)
                .map(binding -> binding.keys().get(0))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(action + " has no key in " + context));
    }

    /**
     * What the bar at the bottom says: the widest that fits.
     *
     * @param columns how many there are
     */
    public static List<KeyHint> bar(KeyContext context, int columns) {
        return KeyBar.of(context).fitting(columns);
    }

    private static Key mouse(String shownAs) {
        return KeyDefinitions.none(shownAs);
    }

    private static KeyBinding bind(KeyAction action, KeyContext context, String sentence, Key... keys) {
        return new KeyBinding(action, context, List.of(keys), sentence);
    }
}
