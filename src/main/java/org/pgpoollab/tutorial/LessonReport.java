package org.pgpoollab.tutorial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.pgpoollab.lesson.LessonProgress;
import org.pgpoollab.lesson.LessonRecord;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.TerminalLook;

/**
 * What a student did, for a teacher. The lines are Markdown, which reads as text, too.
 */
public record LessonReport(LessonProgress progress) implements Report {

    @Override
    public List<String> lines(TerminalLook look) {
        var records = sorted();
        if (records.isEmpty()) {
            return List.of("No lesson has been started; lesson lists them.");
        }
        var lines = new ArrayList<String>();
        lines.add("| lesson | done | tasks | hints | solved | skipped | wrong answers |");
        lines.add("|---|---|---:|---:|---:|---:|---:|");
        records.forEach(record -> lines.add(row(record)));
        records.forEach(record -> record.answers().forEach(answer -> lines.add(answer(lines, record, answer))));
        return lines;
    }

    private List<LessonRecord> sorted() {
        return progress.records().values().stream()
                .sorted(Comparator.comparing(LessonRecord::lesson))
                .toList();
    }

    private static String row(LessonRecord record) {
        return "| %s | %s | %d of %d | %d | %d | %d | %d |"
                .formatted(
                        record.title().replace("|", "\\|"),
                        record.isDone() ? record.done().replaceFirst("\\..*|Z$", "").replace('T', ' ') + " UTC" : "no",
                        record.tasks(),
                        record.tasksInAll(),
                        record.hints(),
                        record.solved(),
                        record.skipped(),
                        record.wrongAnswers());
    }

    private static String answer(List<String> before, LessonRecord record, LessonRecord.GivenAnswer answer) {
        var isFirst = before.stream().noneMatch(line -> line.startsWith("- "));
        if (isFirst) {
            before.add("");
        }
        return "- %s: %s %s (%s)"
                .formatted(record.lesson(), answer.question(), answer.answer(), answer.isRight() ? "right" : "wrong");
    }

    @Override
    public Map<String, Object> json() {
        return Map.of("lessons", sorted().stream().map(LessonProgress::tree).toList());
    }
}
