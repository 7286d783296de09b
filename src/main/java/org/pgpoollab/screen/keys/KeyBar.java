package org.pgpoollab.screen.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the bar of keys says in one context. Where it is narrow, texts become brief, then the less important ones are left out. */
record KeyBar(List<Slot> slots) {

    /** Columns between two hints. */
    static final int GAP = 2;

    /** @param rank the higher, the sooner it is left out */
    private record Slot(int rank, Hint hint, Hint brief) {}

    static KeyBar of(Context context) {
        return new KeyBar(
                switch (context) {
                    case EVERYWHERE, PROMPT ->
                        List.of(
                                slot(1, "help", "help", context, Action.HELP),
                                slot(4, "grid/both/output", "view", context, Action.MODE),
                                slot(5, "events", "events", context, Action.EVENTS),
                                slot(6, "node", "node", context, Action.DETAILS),
                                slot(7, "scroll", "scroll", context, Action.SCROLL_UP, Action.SCROLL_DOWN),
                                slot(8, "complete", "complete", Context.PROMPT, Action.COMPLETE),
                                slot(9, "history", "history", Context.PROMPT, Action.HISTORY),
                                slot(3, "stop", "stop", Context.PROMPT, Action.STOP),
                                slot(2, "leave (lab keeps running)", "leave", Context.PROMPT, Action.LEAVE));
                    case NODE ->
                        List.of(
                                slot(3, "select", "select", context, Action.SELECT_PREVIOUS, Action.SELECT_NEXT),
                                slot(1, "what can be done", "menu", context, Action.MENU),
                                slot(2, "details", "details", context, Action.DETAILS),
                                slot(4, "back to the prompt", "back", context, Action.DESELECT));
                    case MENU ->
                        List.of(
                                slot(2, "choose", "choose", context, Action.SELECT_PREVIOUS, Action.SELECT_NEXT),
                                slot(1, "type it at the prompt", "type it", context, Action.ACCEPT),
                                slot(3, "close", "close", context, Action.CLOSE));
                    case SCROLLED ->
                        List.of(
                                slot(3, "scroll", "scroll", context, Action.SCROLL_UP, Action.SCROLL_DOWN),
                                slot(4, "oldest/newest", "ends", context, Action.TOP, Action.BOTTOM),
                                slot(2, "search", "search", context, Action.SEARCH),
                                slot(1, "back to the prompt", "back", context, Action.BACK));
                    case FOUND ->
                        List.of(
                                slot(
                                        1,
                                        "next/previous match",
                                        "match",
                                        context,
                                        Action.NEXT_MATCH,
                                        Action.PREVIOUS_MATCH),
                                slot(3, "search", "search", context, Action.SEARCH),
                                slot(2, "back to the prompt", "back", context, Action.BACK));
                    case SEARCH ->
                        List.of(
                                slot(1, "search", "search", context, Action.ACCEPT),
                                slot(2, "give up", "give up", context, Action.CLOSE));
                    case OVERLAY ->
                        List.of(
                                slot(2, "scroll", "scroll", context, Action.SCROLL_UP, Action.SCROLL_DOWN),
                                slot(3, "beginning/end", "ends", context, Action.TOP, Action.BOTTOM),
                                slot(1, "close", "close", context, Action.CLOSE));
                });
    }

    List<Hint> fitting(int columns) {
        var full = slots.stream().map(Slot::hint).toList();
        if (width(full) <= columns) {
            return full;
        }
        var left = new ArrayList<>(slots);
        while (width(brief(left)) > columns) {
            left.remove(left.stream().max(Comparator.comparingInt(Slot::rank)).orElseThrow());
        }
        return brief(left);
    }

    private static List<Hint> brief(List<Slot> slots) {
        return slots.stream().map(Slot::brief).toList();
    }

    private static int width(List<Hint> hints) {
        return hints.stream().mapToInt(hint -> hint.width() + GAP).sum() - (hints.isEmpty() ? 0 : GAP);
    }

    private static Slot slot(int rank, String text, String brief, Context context, Action... actions) {
        var keys = Arrays.stream(actions)
                .map(action -> Bindings.key(action, context).shownAs())
                .collect(Collectors.joining("/"));
        return new Slot(rank, new Hint(keys, text), new Hint(keys, brief));
    }
}
