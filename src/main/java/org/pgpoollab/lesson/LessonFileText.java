package org.pgpoollab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text of a lesson's file, cut at its headings and fenced blocks.
 *
 * @param frontMatter the lines between the two {@code ---}; empty if there are none
 * @param hasFrontMatter whether the file begins with {@code ---} and has another one
 */
record LessonFileText(List<String> frontMatter, boolean hasFrontMatter, List<Part> parts) {

    private static final String RULE = "---";
    private static final Pattern FENCE = Pattern.compile("( {0,3})(`{3,}|~{3,})\\s*([^`\\s]*).*");
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)(?:\\s+#+)?\\s*");

    /** A part of the text; {@code line} is the number of its first line, from 1. */
    sealed interface Part {
        int line();
    }

    /** @param level 1 for the title, 2 for a section */
    record Heading(int level, String text, int line) implements Part {}

    record Prose(List<String> lines, int line) implements Part {}

    /**
     * @param kind the word after the opening fence, in lower case
     * @param line the line of the opening fence
     */
    record Fence(String kind, List<String> lines, boolean isClosed, int line) implements Part {}

    static LessonFileText of(String text) {
        var lines = text.lines().toList();
        var end = lines.isEmpty() || !lines.get(0).strip().equals(RULE)
                ? -1
                : lines.subList(1, lines.size()).stream()
                        .map(String::strip)
                        .toList()
                        .indexOf(RULE);
        return end < 0
                ? new LessonFileText(List.of(), false, new Cutter(lines).parts(0))
                : new LessonFileText(lines.subList(1, end + 1), true, new Cutter(lines).parts(end + 2));
    }

    /** Cuts lines into parts from the top to the bottom. */
    private static final class Cutter {

        private final List<String> lines;
        private final List<Part> parts = new ArrayList<>();
        private final List<String> prose = new ArrayList<>();
        private int position;

        Cutter(List<String> lines) {
            this.lines = lines;
        }

        List<Part> parts(int from) {
            for (position = from; position < lines.size(); position++) {
                take(lines.get(position));
            }
            endProse();
            return List.copyOf(parts);
        }

        private void take(String line) {
            var fence = FENCE.matcher(line);
            var heading = HEADING.matcher(line);
            if (fence.matches()) {
                endProse();
                takeFence(fence.group(2), fence.group(3).toLowerCase(Locale.ROOT));
            } else if (heading.matches() && heading.group(1).length() <= 2) {
                endProse();
                parts.add(new Heading(heading.group(1).length(), heading.group(2), position + 1));
            } else {
                prose.add(line);
            }
        }

        private void takeFence(String mark, String kind) {
            var opened = position + 1;
            var inside = new ArrayList<String>();
            for (position++; position < lines.size(); position++) {
                if (closes(lines.get(position), mark)) {
                    parts.add(new Fence(kind, List.copyOf(inside), true, opened));
                    return;
                }
                inside.add(lines.get(position));
            }
            parts.add(new Fence(kind, List.copyOf(inside), false, opened));
        }

        private static boolean closes(String line, String mark) {
            var word = line.strip();
            return word.startsWith(mark) && word.chars().allMatch(sign -> sign == mark.charAt(0));
        }

        private void endProse() {
            if (prose.stream().anyMatch(line -> !line.isBlank())) {
                parts.add(new Prose(List.copyOf(prose), position - prose.size() + 1));
            }
            prose.clear();
        }
    }
}
