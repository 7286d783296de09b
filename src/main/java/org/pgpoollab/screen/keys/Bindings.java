package org.pgpoollab.screen.keys;

import static org.pgpoollab.screen.keys.Context.EVERYWHERE;
import static org.pgpoollab.screen.keys.Context.FOUND;
import static org.pgpoollab.screen.keys.Context.MENU;
import static org.pgpoollab.screen.keys.Context.NODE;
import static org.pgpoollab.screen.keys.Context.OVERLAY;
import static org.pgpoollab.screen.keys.Context.PROMPT;
import static org.pgpoollab.screen.keys.Context.SCROLLED;
import static org.pgpoollab.screen.keys.Context.SEARCH;

import java.util.List;

/**
 * All key bindings. The terminal is bound by them, and help, the bar of keys and docs/keys.md are made from them. Plain arrows and
 * letters stay with the prompt unless something is selected, scrolled back or open.
 */
public final class Bindings {

    private static final List<Binding> ALL = List.of(
            bind(Action.HELP, EVERYWHERE, "Shows this help.", Keys.F1),
            bind(
                    Action.MODE,
                    EVERYWHERE,
                    "Shows the grid and the prompt, the prompt alone, or the grid alone.",
                    Keys.F2),
            bind(Action.EVENTS, EVERYWHERE, "Shows all events.", Keys.F3),
            bind(Action.DETAILS, EVERYWHERE, "Shows all that is known of the selected node, or of the first.", Keys.F4),
            bind(
                    Action.SELECT_NEXT,
                    EVERYWHERE,
                    "Selects the next node.",
                    Keys.ALT_DOWN,
                    Keys.SHIFT_DOWN,
                    Keys.alt('j')),
            bind(
                    Action.SELECT_PREVIOUS,
                    EVERYWHERE,
                    "Selects the node before.",
                    Keys.ALT_UP,
                    Keys.SHIFT_UP,
                    Keys.alt('k')),
            bind(Action.SCROLL_UP, EVERYWHERE, "Scrolls back by a page.", Keys.PAGE_UP),
            bind(Action.SCROLL_DOWN, EVERYWHERE, "Scrolls forth by a page.", Keys.PAGE_DOWN),
            bind(Action.SEARCH, EVERYWHERE, "Searches the output.", Keys.alt('/')),
            bind(Action.REDRAW, EVERYWHERE, "Draws the screen anew.", Keys.control('L')),
            bind(Action.SUSPEND, EVERYWHERE, "Goes back to the shell for a while; fg returns.", Keys.control('Z')),
            bind(Action.STOP, PROMPT, "Stops the command that runs; else clears the line.", Keys.control('C')),
            bind(Action.LEAVE, PROMPT, "On an empty line: leaves. The lab keeps running.", Keys.control('D')),
            bind(Action.COMPLETE, PROMPT, "Completes commands, options and nodes; twice: a menu of them.", Keys.TAB),
            bind(Action.HISTORY, PROMPT, "Searches the commands that were typed before.", Keys.control('R')),
            bind(Action.UNDO, PROMPT, "Takes back the last change of the line.", Keys.control('_')),
            bind(
                    Action.CLEAR,
                    PROMPT,
                    "Empties the output, as clear does, and draws the screen anew.",
                    Keys.control('L')),
            bind(Action.SELECT_NEXT, NODE, "Selects the next node.", Keys.DOWN, Keys.RIGHT),
            bind(Action.SELECT_PREVIOUS, NODE, "Selects the node before.", Keys.UP, Keys.LEFT),
            bind(Action.MENU, NODE, "Opens the menu of what can be done with the node.", Keys.ENTER),
            bind(Action.DESELECT, NODE, "Lets the node go.", Keys.ESCAPE),
            bind(Action.SELECT_NEXT, MENU, "The next line.", Keys.DOWN, Keys.TAB),
            bind(Action.SELECT_PREVIOUS, MENU, "The line before.", Keys.UP),
            bind(Action.ACCEPT, MENU, "Types the line's command at the prompt.", Keys.ENTER),
            bind(Action.CLOSE, MENU, "Closes the menu.", Keys.ESCAPE, Keys.control('C')),
            bind(Action.SEARCH, SCROLLED, "Searches the output.", Keys.letter('/')),
            bind(Action.LINE_UP, SCROLLED, "Scrolls back by a line.", Keys.UP),
            bind(Action.LINE_DOWN, SCROLLED, "Scrolls forth by a line.", Keys.DOWN),
            bind(Action.TOP, SCROLLED, "Goes to the oldest line.", Keys.HOME),
            bind(Action.BOTTOM, SCROLLED, "Goes to the newest line.", Keys.END),
            bind(Action.BACK, SCROLLED, "Goes back to the prompt.", Keys.ESCAPE, Keys.control('C')),
            bind(Action.NEXT_MATCH, FOUND, "Goes to the next match, further back.", Keys.letter('n')),
            bind(Action.PREVIOUS_MATCH, FOUND, "Goes to the match before.", Keys.letter('N')),
            bind(Action.ACCEPT, SEARCH, "Searches back from where the output stands.", Keys.ENTER),
            bind(Action.ERASE, SEARCH, "Takes away the last character.", Keys.BACKSPACE),
            bind(Action.CLOSE, SEARCH, "Gives the search up.", Keys.ESCAPE, Keys.control('C')),
            bind(Action.LINE_UP, OVERLAY, "Scrolls back by a line.", Keys.UP, Keys.letter('k')),
            bind(Action.LINE_DOWN, OVERLAY, "Scrolls forth by a line.", Keys.DOWN, Keys.letter('j')),
            bind(Action.SCROLL_DOWN, OVERLAY, "Scrolls forth by a page.", Keys.SPACE),
            bind(Action.TOP, OVERLAY, "Goes to the beginning.", Keys.HOME, Keys.letter('g')),
            bind(Action.BOTTOM, OVERLAY, "Goes to the end.", Keys.END, Keys.letter('G')),
            bind(Action.NEXT_NODE, OVERLAY, "In details: the next node.", Keys.RIGHT, Keys.TAB),
            bind(Action.PREVIOUS_NODE, OVERLAY, "In details: the node before.", Keys.LEFT),
            bind(Action.MENU, OVERLAY, "In details: the menu of what can be done with the node.", Keys.ENTER),
            bind(Action.CLOSE, OVERLAY, "Closes it.", Keys.ESCAPE, Keys.letter('q'), Keys.control('C')),
            bind(
                    Action.POINT,
                    EVERYWHERE,
                    "Selects the node that is clicked on; a second click opens it.",
                    mouse("Click")),
            bind(Action.WHEEL, EVERYWHERE, "Scrolls.", mouse("Wheel")),
            bind(Action.COPY, EVERYWHERE, "Marks text as in any window of the terminal.", mouse("Shift and drag")));

    private Bindings() {}

    public static List<Binding> all() {
        return ALL;
    }

    /** The bindings of this context alone, those of wider ones left out. */
    public static List<Binding> of(Context context) {
        return ALL.stream().filter(binding -> binding.context() == context).toList();
    }

    /** What to bind in this context, wider ones included: of two bindings for the same keys the first counts. */
    public static List<Binding> bound(Context context) {
        return context.outwards().stream()
                .flatMap(each -> of(each).stream())
                .filter(binding -> !binding.action().isOfOthers())
                .toList();
    }

    /** The first key that does this: in this context, or else in a wider one. */
    static Key key(Action action, Context context) {
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
    public static List<Hint> bar(Context context, int columns) {
        return KeyBar.of(context).fitting(columns);
    }

    private static Key mouse(String shownAs) {
        return Keys.none(shownAs);
    }

    private static Binding bind(Action action, Context context, String sentence, Key... keys) {
        return new Binding(action, context, List.of(keys), sentence);
    }
}
