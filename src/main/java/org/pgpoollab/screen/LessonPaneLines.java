package org.pgpoollab.screen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pgpoollab.lesson.LessonLines;
import org.pgpoollab.lesson.LessonView;
import org.pgpoollab.report.TerminalLook;

/**
 * The lines of a lesson in a pane: what is to be done now, the goals and the open question, which stay, and its text and hints, which scroll.
 * Where the first would leave the text no room, all lines scroll.
 */
record LessonPaneLines(List<StyledLine> fixed, List<StyledLine> scrolling) {

    private static final int LEAST_TEXT_ROWS = 3;

    /** @param isNarrow whether the pane has few rows: the title of the task is left out, and goals stand beside each other */
    static LessonPaneLines of(LessonView view, int columns, int rows, boolean isNarrow) {
        var wide = Math.max(10, columns);
        var lines = new LessonLines(wide, TerminalLook.COLOUR);
        var first = isNarrow ? narrow(view, new GoalRows(lines, wide), rows) : tall(view, lines);
        var text = text(view, lines, isNarrow ? 0 : 1);
        if (first.size() + LEAST_TEXT_ROWS <= rows) {
            return new LessonPaneLines(first, text);
        }
        first.addAll(text);
        return new LessonPaneLines(List.of(), first);
    }

    /** Returns how many rows it takes to show what is to be done, the goals and the question. */
    static int leastRows(LessonView view, int columns, boolean isNarrow) {
        var lines = new LessonLines(columns, TerminalLook.COLOUR);
        return (isNarrow ? narrow(view, new GoalRows(lines, columns), Integer.MAX_VALUE) : tall(view, lines)).size();
    }

    private static List<StyledLine> tall(LessonView view, LessonLines lines) {
        var all = new ArrayList<StyledLine>();
        add(all, lines.heading(view.title()), StyleRole.TITLE);
        add(all, lines.instruction(view), StyleRole.KEY);
        view.goals().forEach(goal -> add(all, lines.goal(goal), goal.isMet() ? StyleRole.GOOD : StyleRole.TEXT));
        add(all, lines.question(view), StyleRole.WARN);
        return all;
    }

    /** Returns the question if there is one; otherwise what is to be done, and as many goals as there is room for. */
    private static List<StyledLine> narrow(LessonView view, GoalRows goals, int rows) {
        var all = new ArrayList<StyledLine>();
        add(all, goals.lines().question(view), StyleRole.WARN);
        if (all.isEmpty()) {
            add(all, goals.lines().instruction(view), StyleRole.KEY);
            all.addAll(goals.of(view.goals(), rows - all.size()));
        }
        return all;
    }

    private static List<StyledLine> text(LessonView view, LessonLines lines, int gap) {
        var all = new ArrayList<StyledLine>();
        all.addAll(Collections.nCopies(gap, StyledLine.of("", StyleRole.TEXT)));
        add(all, lines.text(view.text()), StyleRole.TEXT);
        view.hints().forEach(hint -> {
            all.add(StyledLine.of("", StyleRole.TEXT));
            add(all, lines.hint(hint), StyleRole.TEXT);
        });
        return all;
    }

    private static void add(List<StyledLine> all, List<String> texts, StyleRole role) {
        all.addAll(StyledLine.parse(texts, role));
    }

    /** Returns how far the text can be scrolled in a pane of so many rows. */
    int mostOffset(int rows) {
        return Math.max(0, scrolling.size() - (rows - fixed.size()));
    }

    /** Returns the lines that are seen in a pane of so many rows. */
    List<StyledLine> seen(int rows, int offset) {
        var all = new ArrayList<>(fixed);
        var first = Math.min(offset, mostOffset(rows));
        all.addAll(scrolling.subList(first, Math.min(scrolling.size(), first + rows - fixed.size())));
        return all;
    }
}
