package org.pgpoollab.script;

import java.util.List;

/**
 * One line of commands of a script, with what is said before it.
 *
 * @param line the number of its first line, from 1
 * @param section the heading above it; empty if there is none
 * @param comments the paragraphs of comments above and beside it, without their signs
 * @param command the commands as they are typed, without comments
 */
public record ScriptStep(int line, String section, List<String> comments, String command) {

    public ScriptStep {
        comments = List.copyOf(comments);
    }
}
