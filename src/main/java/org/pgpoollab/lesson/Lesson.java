package org.pgpoollab.lesson;

import java.util.List;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabOptions;

/**
 * A lesson as its author wrote it: text, and tasks whose goals are checked on a lab.
 *
 * @param name the word that {@code lesson start} takes: {@code standby-loss}
 * @param minutes how long a student needs, as the author estimates
 * @param learn what is learnt, one sentence part each
 * @param wishes what the lab has to have; empty if a default lab will do
 * @param lab a lab as the wishes describe it, for which the goals were parsed
 * @param introduction Markdown before the first section
 */
public record Lesson(
        String name,
        String title,
        int minutes,
        List<String> learn,
        LabOptions wishes,
        Lab lab,
        String introduction,
        List<LessonSection> sections) {

    public Lesson {
        learn = List.copyOf(learn);
        sections = List.copyOf(sections);
    }

    /** Returns the sections with goals or a question, in their order. */
    public List<LessonSection> tasks() {
        return sections.stream().filter(LessonSection::isTask).toList();
    }

    /** Returns the sections without goals that stand before a task and after the task before it; after the last task if it is the number of tasks. */
    public List<LessonSection> readingsBefore(int task) {
        var tasks = tasks();
        var from = task == 0 ? 0 : sections.indexOf(tasks.get(task - 1)) + 1;
        var to = task < tasks.size() ? sections.indexOf(tasks.get(task)) : sections.size();
        return sections.subList(from, to);
    }

    /** Returns every command that the program would run: those that prepare, and the solutions. */
    public List<LessonCommand> commands() {
        return sections.stream().flatMap(section -> section.commands().stream()).toList();
    }
}
