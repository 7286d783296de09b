package org.pgpoollab.tutorial;

import java.util.Optional;
import org.pgpoollab.lesson.LessonView;

/** Receives news of the lesson that is played on a lab, on threads of the watch. */
public interface LessonListener {

    /** Reports what there is to show of the lesson, at least twice a second; empty if none is played. */
    default void shown(Optional<LessonView> view) {}

    /** Reports a line about goals that have just come true. */
    default void told(String line) {}
}
