package org.pgpoollab.screen.overlay;

/**
 * One action of a node's menu.
 *
 * @param letter the key that chooses it, unique within its menu
 * @param commandLine what is typed at the prompt; empty for the details, which the screen opens itself
 * @param whyNot why the action is not possible now; empty if it is
 */
public record MenuItem(char letter, String label, String commandLine, String whyNot) {

    static MenuItem of(char letter, String label, String commandLine) {
        return new MenuItem(letter, label, commandLine, "");
    }

    /** Returns the item, disabled if there is a reason. */
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
