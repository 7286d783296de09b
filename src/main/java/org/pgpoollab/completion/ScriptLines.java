package org.pgpoollab.completion;

import java.util.ArrayList;
import java.util.List;

/** Puts words into lines of a width. */
final class ScriptLines {

    private ScriptLines() {}

    /**
     * Returns the lines; none if there are no words.
     *
     * @param between stands between two words of a line
     * @param end ends each line but the last
     * @param width in characters; a longer word has a line of its own
     */
    static List<String> of(List<String> words, String between, String end, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words) {
            if (!line.isEmpty() && line.length() + between.length() + word.length() + end.length() > width) {
                lines.add(line + end);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : between).append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return List.copyOf(lines);
    }
}
