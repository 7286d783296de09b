package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;

/** The refusal of a word after a command that lists all without a word. */
final class UnknownAction {

    private UnknownAction() {}

    /**
     * @param actions the words that the command has
     * @param example what may follow such a word
     */
    static LabException of(String command, String typed, List<String> actions, String example) {
        return LabException.usage(
                command + " cannot '" + typed + "'",
                "it has " + String.join(" and ", actions) + "; without a word it lists all",
                Nearest.to(typed, actions)
                        .map(near -> command + " " + near + " " + example)
                        .orElse(command));
    }
}
