package org.pgpoollab.screen.overlay;

/**
 * One thing that can be done with a node.
 *
 * @param letter the key that takes it, unlike all others of its menu
 * @param commandLine what is typed at the prompt; empty of details, which the screen opens itself
 * @param whyNot why it cannot be done now; empty if it can
 */
public record MenuItem(char letter, String label, String commandLine, String whyNot) {

    static MenuItem of(char letter, String label, String commandLine) {
        return new MenuItem(letter, label, commandLine, "");
    }

    /** The same, refused if there is a reason. */
    MenuItem unless(String reason) {
        return whyNot.isEmpty() ? new MenuItem(letter, label, commandLine, reason) : this;
    }

    public boolean isPossible() {
        return whyNot.isEmpty();
    }

    public boolean opensDetails() {
        return commandLine.isEmpty();
    }
}
