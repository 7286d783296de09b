package org.pgpoollab.screen;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.lesson.LessonLines;
import org.pgpoollab.lesson.LessonView;
import org.pgpoollab.report.TerminalLook;

/**
 * The lines of a lesson in a pane: the task's title, its goals and the open question, which stay, and its text and hints, which scroll. Where
 * the first would leave the text no room, all lines scroll.
 */
record LessonPaneLines(List<PaneLine> fixed, List<PaneLine> scrolling) {

    private static final int LEAST_TEXT_ROWS = 3;

    /** One line in one style. */
    record PaneLine(String text, StyleRole role) {}

    /** @param isNarrow whether the title of the task is left out, because it is shown elsewhere */
    static LessonPaneLines of(LessonView view, int columns, int rows, boolean isNarrow) {
        var lines = new LessonLines(Math.max(10, columns), TerminalLook.PLAIN);
        var goals = new ArrayList<PaneLine>();
        if (!isNarrow) {
            add(goals, lines.heading(view.title()), StyleRole.TITLE);
        }
        goals.addAll(goals(view, lines));
        var text = text(view, lines);
        if (goals.size() + LEAST_TEXT_ROWS <= rows) {
            return new LessonPaneLines(goals, text);
        }
        goals.addAll(text);
        return new LessonPaneLines(List.of(), goals);
    }

    private static List<PaneLine> goals(LessonView view, LessonLines lines) {
        var all = new ArrayList<PaneLine>();
        view.goals().forEach(goal -> add(all, lines.goal(goal), goal.isMet() ? StyleRole.GOOD : StyleRole.TEXT));
        add(all, lines.question(view), StyleRole.WARN);
        if (view.isDone()) {
            add(all, lines.markdown("This task is done. Go on: lesson check"), StyleRole.GOOD);
        }
        return all;
    }

    private static List<PaneLine> text(LessonView view, LessonLines lines) {
        var all = new ArrayList<PaneLine>();
        all.add(new PaneLine("", StyleRole.TEXT));
        add(all, lines.text(view.text()), StyleRole.TEXT);
        view.hints().forEach(hint -> {
            all.add(new PaneLine("", StyleRole.TEXT));
            add(all, lines.hint(hint), StyleRole.TEXT);
        });
        return all;
    }

    private static void add(List<PaneLine> all, List<String> texts, StyleRole role) {
        texts.forEach(text -> all.add(new PaneLine(text, role)));
    }

    /** Returns how far the text can be scrolled in a pane of so many rows. */
    int mostOffset(int rows) {
        return Math.max(0, scrolling.size() - (rows - fixed.size()));
    }

    /** Returns the lines that are seen in a pane of so many rows. */
    List<PaneLine> seen(int rows, int offset) {
        var all = new ArrayList<>(fixed);
        var first = Math.min(offset, mostOffset(rows));
        all.addAll(scrolling.subList(first, Math.min(scrolling.size(), first + rows - fixed.size())));
        return all;
    }
}
