package org.pgpoollab.lesson;

import java.util.List;

/** A part of a section that is shown as it stands. */
public sealed interface LessonText {

    /** Markdown without fenced blocks. */
    record Prose(String markdown) implements LessonText {}

    /**
     * The lines of a fenced block.
     *
     * @param kind {@code lab} for lines to be typed, else {@code text}, {@code sql}, {@code sh} or {@code conf}
     */
    record Listing(String kind, List<String> lines) implements LessonText {

        public Listing {
            lines = List.copyOf(lines);
        }
    }
}
