package org.pgpoollab.explain;

import java.util.HashMap;
import java.util.Map;

/** Remembers what was explained within about a screenful of lines, so that a line which repeats is not explained each time. */
public final class RecentExplanations {

    /** The number of explained lines after which an explanation is repeated. */
    private static final int SCREENFUL = 20;

    private final Map<String, Integer> lastPrinted = new HashMap<>();
    private int lines;

    /** Counts one explained line, and returns whether its explanation is to be printed. */
    public boolean isNew(String name) {
        lines++;
        var last = lastPrinted.get(name);
        if (last != null && lines - last < SCREENFUL) {
            return false;
        }
        lastPrinted.put(name, lines);
        return true;
    }
}
