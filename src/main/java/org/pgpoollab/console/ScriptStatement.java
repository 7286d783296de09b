package org.pgpoollab.console;

import java.util.List;

/**
 * One command of a script.
 *
 * @param line where it begins, from 1 on
 * @param text as it was written, for messages and the history
 * @param words without quotes; never empty
 */
record ScriptStatement(int line, String text, List<String> words) {

    ScriptStatement {
        words = List.copyOf(words);
    }
}
