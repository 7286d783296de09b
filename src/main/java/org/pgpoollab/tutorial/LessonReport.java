package org.pgpoollab.tutorial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.pgpoollab.lesson.LessonProgress;
import org.pgpoollab.lesson.LessonRecord;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.ReportCell;
import org.pgpoollab.report.StatusSign;
import org.pgpoollab.report.Table;
import org.pgpoollab.report.TableColumn;
import org.pgpoollab.report.TerminalLook;

/** What a student did, for a teacher: as text for a terminal, and as Markdown for a file. */
public record LessonReport(LessonProgress progress) implements Report {

    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.left("lesson"),
            TableColumn.left("done"),
            TableColumn.right("tasks"),
            TableColumn.right("hints"),
            TableColumn.right("solved"),
            TableColumn.right("skipped"),
            TableColumn.right("wrong answers"));

    @Override
    public List<String> lines(TerminalLook look) {
        var records = sorted();
        if (records.isEmpty()) {
            return List.of("No lesson has been started; lesson lists them.");
        }
        var rows = records.stream()
                .map(record -> cells(record, record.lesson()).stream()
                        .map(ReportCell::plain)
                        .toList())
                .toList();
        var lines = new ArrayList<>(new Table(COLUMNS, rows).lines(look));
        for (var record : answered()) {
            lines.add("");
            lines.add(record.lesson() + ", answers:");
            record.answers().forEach(answer -> {
                lines.add("  " + answer.question());
                lines.add("    " + sign(answer) + answer.answer());
            });
        }
        return lines;
    }

    private static String sign(LessonRecord.GivenAnswer answer) {
        return (answer.isRight() ? StatusSign.DONE : StatusSign.BAD).before("");
    }

    /** Returns the same as Markdown. */
    public String markdown() {
        var lines = new ArrayList<String>();
        lines.add("| lesson | done | tasks | hints | solved | skipped | wrong answers |");
        lines.add("|---|---|---:|---:|---:|---:|---:|");
        sorted().forEach(record ->
                lines.add("| " + String.join(" | ", cells(record, record.title().replace("|", "\\|"))) + " |"));
        for (var record : answered()) {
            lines.add("");
            lines.add("## " + record.title());
            lines.add("");
            record.answers()
                    .forEach(answer -> lines.add("- %s %s (%s)"
                            .formatted(answer.question(), answer.answer(), answer.isRight() ? "right" : "wrong")));
        }
        return String.join("\n", lines) + "\n";
    }

    private List<LessonRecord> sorted() {
        return progress.records().values().stream()
                .sorted(Comparator.comparing(LessonRecord::lesson))
                .toList();
    }

    private List<LessonRecord> answered() {
        return sorted().stream().filter(record -> !record.answers().isEmpty()).toList();
    }

    private static List<String> cells(LessonRecord record, String name) {
        return List.of(
                name,
                record.isDone() ? record.done().replaceFirst("\\..*|Z$", "").replace('T', ' ') + " UTC" : "no",
                record.tasks() + " of " + record.tasksInAll(),
                String.valueOf(record.hints()),
                String.valueOf(record.solved()),
                String.valueOf(record.skipped()),
                String.valueOf(record.wrongAnswers()));
    }

    @Override
    public Map<String, Object> json() {
        return Map.of("lessons", sorted().stream().map(LessonProgress::tree).toList());
    }
}
