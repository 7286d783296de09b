package org.pgpoollab.tutorial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.lesson.Lesson;
import org.pgpoollab.lesson.LessonProgress;
import org.pgpoollab.lesson.LessonRecord;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.TerminalLook;

/**
 * The lessons of this program, with what the student has done.
 *
 * @param playing the name of the one that is being played; empty if none is
 */
public record LessonList(List<Lesson> lessons, LessonProgress progress, String playing) implements Report {

    public LessonList {
        lessons = List.copyOf(lessons);
    }

    @Override
    public List<String> lines(TerminalLook look) {
        var width = lessons.stream()
                .mapToInt(lesson -> lesson.name().length())
                .max()
                .orElse(0);
        var lines = new ArrayList<String>();
        for (int i = 0; i < lessons.size(); i++) {
            var lesson = lessons.get(i);
            lines.add("%2d  %-"
                    .concat(String.valueOf(Math.max(1, width)))
                    .concat("s  %3d min  %-12s  %s")
                    .formatted(i + 1, lesson.name(), lesson.minutes(), state(lesson), lesson.title()));
        }
        if (lessons.isEmpty()) {
            lines.add("this program has no lessons; play a file: lesson start FILE");
        }
        return lines;
    }

    private String state(Lesson lesson) {
        if (lesson.name().equals(playing)) {
            return "▸ playing";
        }
        return progress.of(lesson.name()).map(LessonList::state).orElse("");
    }

    private static String state(LessonRecord record) {
        if (record.isDone()) {
            return "✓ done";
        }
        return record.tasks() == 0 ? "begun" : record.tasks() + " of " + record.tasksInAll();
    }

    @Override
    public Map<String, Object> json() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("playing", playing);
        tree.put("lessons", lessons.stream().map(this::tree).toList());
        return tree;
    }

    private Map<String, Object> tree(Lesson lesson) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("lesson", lesson.name());
        tree.put("title", lesson.title());
        tree.put("minutes", lesson.minutes());
        tree.put("learn", lesson.learn());
        tree.put("tasks", lesson.tasks().size());
        tree.put(
                "progress", progress.of(lesson.name()).map(LessonProgress::tree).orElse(Map.of()));
        return tree;
    }
}
