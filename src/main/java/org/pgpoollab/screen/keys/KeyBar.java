package org.pgpoollab.screen.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The content of the key bar in one context. On a narrow screen the texts are shortened, then the less important hints are left
 * out.
 */
record KeyBar(List<Slot> slots) {

    /** The columns between two hints. */
    static final int GAP = 2;

    /**
     * One hint and its short form.
     *
     * @param rank hints with a higher rank are left out first
     * @param actions what the keys of the hint do
     */
    private record Slot(int rank, Set<KeyAction> actions, KeyHint hint, KeyHint brief) {}

    static KeyBar of(KeyContext context) {
        return new KeyBar(
                switch (context) {
                    case EVERYWHERE, PROMPT ->
                        List.of(
                                slot(1, "help", "help", context, KeyAction.HELP),
                                slot(4, "grid/both/output", "view", context, KeyAction.MODE),
                                slot(5, "events", "events", context, KeyAction.EVENTS),
                                slot(9, "node", "node", context, KeyAction.DETAILS),
                                slot(7, "lesson", "lesson", context, KeyAction.LESSON),
                                slot(12, "hold", "hold", context, KeyAction.HOLD),
                                slot(6, "scroll", "scroll", context, KeyAction.SCROLL_UP, KeyAction.SCROLL_DOWN),
                                slot(10, "complete", "complete", KeyContext.PROMPT, KeyAction.COMPLETE),
                                slot(11, "history", "history", KeyContext.PROMPT, KeyAction.HISTORY),
                                slot(3, "stop", "stop", KeyContext.PROMPT, KeyAction.STOP),
                                slot(2, "leave (lab keeps running)", "leave", KeyContext.PROMPT, KeyAction.LEAVE));
                    case NODE ->
                        List.of(
                                slot(3, "select", "select", context, KeyAction.SELECT_PREVIOUS, KeyAction.SELECT_NEXT),
                                slot(1, "what can be done", "menu", context, KeyAction.MENU),
                                slot(2, "details", "details", context, KeyAction.DETAILS),
                                slot(4, "back to the prompt", "back", context, KeyAction.DESELECT));
                    case MENU ->
                        List.of(
                                slot(2, "choose", "choose", context, KeyAction.SELECT_PREVIOUS, KeyAction.SELECT_NEXT),
                                slot(1, "type it at the prompt", "type it", context, KeyAction.ACCEPT),
                                slot(3, "close", "close", context, KeyAction.CLOSE));
                    case SCROLLED ->
                        List.of(
                                slot(3, "scroll", "scroll", context, KeyAction.SCROLL_UP, KeyAction.SCROLL_DOWN),
                                slot(4, "oldest/newest", "ends", context, KeyAction.TOP, KeyAction.BOTTOM),
                                slot(2, "search", "search", context, KeyAction.SEARCH),
                                slot(1, "back to the prompt", "back", context, KeyAction.BACK));
                    case FOUND ->
                        List.of(
                                slot(
                                        1,
                                        "next/previous match",
                                        "match",
                                        context,
                                        KeyAction.NEXT_MATCH,
                                        KeyAction.PREVIOUS_MATCH),
                                slot(3, "search", "search", context, KeyAction.SEARCH),
                                slot(2, "back to the prompt", "back", context, KeyAction.BACK));
                    case SEARCH ->
                        List.of(
                                slot(1, "search", "search", context, KeyAction.ACCEPT),
                                slot(2, "give up", "give up", context, KeyAction.CLOSE));
                    case EVENTS ->
                        List.of(
                                slot(3, "select", "select", context, KeyAction.LINE_UP, KeyAction.LINE_DOWN),
                                slot(1, "what the logs say of it", "logs", context, KeyAction.CAUSES),
                                slot(4, "page", "page", context, KeyAction.SCROLL_UP, KeyAction.SCROLL_DOWN),
                                slot(2, "back to the grid", "back", context, KeyAction.CLOSE));
                    case OVERLAY ->
                        List.of(
                                slot(2, "scroll", "scroll", context, KeyAction.SCROLL_UP, KeyAction.SCROLL_DOWN),
                                slot(3, "beginning/end", "ends", context, KeyAction.TOP, KeyAction.BOTTOM),
                                slot(1, "close", "close", context, KeyAction.CLOSE));
                    case PLAYBACK ->
                        List.of(
                                slot(
                                        2,
                                        "change or event",
                                        "step",
                                        context,
                                        KeyAction.PREVIOUS_STOP,
                                        KeyAction.NEXT_STOP),
                                slot(4, "event", "event", context, KeyAction.PREVIOUS_EVENT, KeyAction.NEXT_EVENT),
                                slot(3, "play", "play", context, KeyAction.PLAY),
                                slot(6, "speed", "speed", context, KeyAction.SLOWER, KeyAction.FASTER),
                                slot(5, "go to a time", "go to", context, KeyAction.JUMP),
                                slot(8, "details", "details", context, KeyAction.DETAILS),
                                slot(9, "logs", "logs", context, KeyAction.CAUSES),
                                slot(7, "help", "help", context, KeyAction.HELP),
                                slot(1, "leave", "leave", context, KeyAction.CLOSE));
                    case JUMP ->
                        List.of(
                                slot(1, "go there", "go", context, KeyAction.ACCEPT),
                                slot(2, "stay", "stay", context, KeyAction.CLOSE));
                });
    }

    /** Returns the bar without the hints for these actions. */
    KeyBar without(Set<KeyAction> idle) {
        return new KeyBar(slots.stream()
                .filter(slot -> Collections.disjoint(slot.actions(), idle))
                .toList());
    }

    List<KeyHint> fitting(int columns) {
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

    private static List<KeyHint> brief(List<Slot> slots) {
        return slots.stream().map(Slot::brief).toList();
    }

    private static int width(List<KeyHint> hints) {
        return hints.stream().mapToInt(hint -> hint.width() + GAP).sum() - (hints.isEmpty() ? 0 : GAP);
    }

    private static Slot slot(int rank, String text, String brief, KeyContext context, KeyAction... actions) {
        var keys = Arrays.stream(actions)
                .map(action -> KeyBindings.key(action, context).shownAs())
                .collect(Collectors.joining("/"));
        return new Slot(rank, Set.of(actions), new KeyHint(keys, text), new KeyHint(keys, brief));
    }
}
