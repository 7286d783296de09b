package org.pgpoollab.screen.keys;

import java.util.List;

/** Where a key is pressed. A key without a binding there has its meaning in the next wider context. */
public enum KeyContext {
    EVERYWHERE("Everywhere", ""),
    PROMPT("At the prompt", "All other keys are those of a shell: arrows, ^A, ^E, ^K, ^Y, ^W, Alt-B, Alt-F, …"),
    NODE("While a node is selected", "Any other key goes to the prompt, and the node is let go."),
    MENU("In the menu of a node", "A marked letter takes its line."),
    SCROLLED("While the output is scrolled back", "Any other key goes to the prompt, and the output to its end."),
    FOUND("While the output stands at a match", "And all keys of output that is scrolled back."),
    SEARCH("While a search is typed", "Any other key is part of the text."),
    EVENTS("In the list of all events", ""),
    OVERLAY("In help and details", ""),
    PLAYBACK("In a playback", "It shows what was seen, and changes nothing: there is no prompt."),
    JUMP("While a time is typed in a playback", "10:32, 10:32:05, or 5m before the end.");

    private final String title;
    private final String note;

    KeyContext(String title, String note) {
        this.title = title;
        this.note = note;
    }

    public String title() {
        return title;
    }

    /** Returns one sentence about all keys that are not bound; empty if there is nothing to say. */
    public String note() {
        return note;
    }

    /** Returns this context and the wider ones, the nearest first. */
    public List<KeyContext> outwards() {
        if (this == EVERYWHERE) {
            return List.of(this);
        }
        return this == FOUND ? List.of(this, SCROLLED, EVERYWHERE) : List.of(this, EVERYWHERE);
    }
}
