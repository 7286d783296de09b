package org.pgpoollab.script;

import java.util.List;

/**
 * One command of a script.
 *
 * @param line the number of its first line, from 1
 * @param text the text as written, for messages and the history
 * @param words the words without quotes; never empty
 */
public record ScriptStatement(int line, String text, List<String> words) {

    public ScriptStatement {
        words = List.copyOf(words);
    }
}
