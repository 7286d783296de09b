package org.pgpoollab.screen;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.lesson.GoalStatus;
import org.pgpoollab.lesson.LessonView;

/**
 * What the screen shows of the lesson that is played.
 *
 * @param played the lesson; empty if none is played
 * @param isHidden whether the user has hidden it
 * @param offset how many lines of its text are scrolled out at the top
 */
public record LessonPanel(List<LessonView> played, boolean isHidden, int offset) {

    public static final LessonPanel NONE = new LessonPanel(List.of(), false, 0);

    public LessonPanel {
        played = List.copyOf(played);
        offset = Math.max(0, offset);
    }

    /** Shows the newest view of a lesson: from its beginning if the task, its goals or its question have changed. */
    public LessonPanel showing(Optional<LessonView> newest) {
        var isSame = newest.map(LessonPanel::stage)
                .equals(played.stream().findFirst().map(LessonPanel::stage));
        return new LessonPanel(newest.stream().toList(), isHidden, isSame ? offset : 0);
    }

    private static List<Object> stage(LessonView view) {
        var met = view.goals().stream()
                .filter(GoalStatus::isMet)
                .map(GoalStatus::goal)
                .toList();
        return List.of(view.lesson(), view.task(), met, view.question());
    }

    public LessonPanel toggled() {
        return new LessonPanel(played, !isHidden, offset);
    }

    public LessonPanel scrolled(int lines) {
        return new LessonPanel(played, isHidden, offset + lines);
    }

    public LessonPanel within(int mostOffset) {
        return new LessonPanel(played, isHidden, Math.min(offset, mostOffset));
    }

    boolean isShown() {
        return !isHidden && !played.isEmpty();
    }

    LessonView view() {
        return played.get(0);
    }
}
