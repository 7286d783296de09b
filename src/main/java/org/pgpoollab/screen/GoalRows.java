package org.pgpoollab.screen;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.lesson.GoalStatus;
import org.pgpoollab.lesson.LessonLines;

/**
 * The goals of a task in as few rows as they need: several beside each other where they fit.
 *
 * @param columns the width of a row
 */
record GoalRows(LessonLines lines, int columns) {

    private static final int GAP = 3;

    /** Returns all goals, or only the open ones if there is no room for all. */
    List<StyledLine> of(List<GoalStatus> goals, int room) {
        var all = packed(goals);
        return all.size() <= room
                ? all
                : packed(goals.stream().filter(goal -> !goal.isMet()).toList());
    }

    private List<StyledLine> packed(List<GoalStatus> goals) {
        var rows = new ArrayList<StyledLine>();
        for (var goal : goals) {
            var own = StyledLine.parse(lines.goal(goal), goal.isMet() ? StyleRole.GOOD : StyleRole.TEXT);
            if (!rows.isEmpty() && own.size() == 1 && isRoomFor(own.get(0), rows.get(rows.size() - 1))) {
                rows.add(rows.remove(rows.size() - 1).followedBy(GAP, own.get(0)));
            } else {
                rows.addAll(own);
            }
        }
        return rows;
    }

    private boolean isRoomFor(StyledLine line, StyledLine row) {
        return row.width() + GAP + line.width() <= columns;
    }
}
