package org.pgpoollab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The paragraph of a task that says in a sentence what the student is to do: it begins with {@link #MARK}. It is shown where there is room for
 * little else.
 *
 * @param instruction its Markdown on one line, without the mark; empty if there is none
 * @param others all other paragraphs
 */
record LessonInstruction(String instruction, String others) {

    static final String MARK = "**Now:**";

    /** What fits into two lines of a terminal of 80 columns. */
    static final int MOST_CHARACTERS = 145;

    /** Cuts the paragraphs of a text. Of several instructions all are joined. */
    static LessonInstruction cut(String markdown) {
        var found = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (var paragraph : List.of(markdown.strip().split("\\n\\s*\\n"))) {
            var isInstruction = paragraph.strip().startsWith(MARK);
            (isInstruction ? found : others).add(isInstruction ? sentence(paragraph) : paragraph);
        }
        return new LessonInstruction(
                String.join(" ", found),
                others.stream().collect(Collectors.joining("\n\n")).strip());
    }

    private static String sentence(String paragraph) {
        return paragraph.strip().substring(MARK.length()).strip().replaceAll("\\s*\\n\\s*", " ");
    }
}
