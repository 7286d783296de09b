package org.pgpoollab.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pgpoollab.report.Json;

/** What a student did in all lessons, by their names. */
public record LessonProgress(Map<String, LessonRecord> records) {

    public static final LessonProgress NONE = new LessonProgress(Map.of());

    public LessonProgress {
        records = Map.copyOf(records);
    }

    public Optional<LessonRecord> of(String lesson) {
        return Optional.ofNullable(records.get(lesson));
    }

    /** Returns the progress with a changed record of a lesson, which begins empty. */
    public LessonProgress change(Lesson lesson, UnaryOperator<LessonRecord> change) {
        var all = new LinkedHashMap<>(records);
        all.put(lesson.name(), change.apply(of(lesson.name()).orElseGet(() -> LessonRecord.of(lesson))));
        return new LessonProgress(all);
    }

    String json() {
        return Json.text(Map.of("lessons", records.values().stream()
                        .sorted((left, right) -> left.lesson().compareTo(right.lesson()))
                        .map(LessonProgress::tree)
                        .toList()))
                + "\n";
    }

    static LessonProgress parse(String text) {
        try {
            var records = new LinkedHashMap<String, LessonRecord>();
            Json.object(text).map(tree -> list(tree.get("lessons"))).orElse(List.of()).stream()
                    .map(LessonProgress::record)
                    .forEach(record -> records.put(record.lesson(), record));
            return new LessonProgress(records);
        } catch (RuntimeException damaged) {
            return NONE;
        }
    }

    public static Map<String, Object> tree(LessonRecord record) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("lesson", record.lesson());
        tree.put("title", record.title());
        tree.put("done", record.done());
        tree.put("runs", record.runs());
        tree.put("tasks", record.tasks());
        tree.put("tasksInAll", record.tasksInAll());
        tree.put("hints", record.hints());
        tree.put("solved", record.solved());
        tree.put("skipped", record.skipped());
        tree.put("answers", record.answers().stream().map(LessonProgress::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(LessonRecord.GivenAnswer answer) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("question", answer.question());
        tree.put("answer", answer.answer());
        tree.put("right", answer.isRight());
        return tree;
    }

    private static LessonRecord record(Map<?, ?> tree) {
        return new LessonRecord(
                text(tree, "lesson"),
                text(tree, "title"),
                text(tree, "done"),
                number(tree, "runs"),
                number(tree, "tasks"),
                number(tree, "tasksInAll"),
                number(tree, "hints"),
                number(tree, "solved"),
                number(tree, "skipped"),
                list(tree.get("answers")).stream()
                        .map(answer -> new LessonRecord.GivenAnswer(
                                text(answer, "question"),
                                text(answer, "answer"),
                                Boolean.parseBoolean(text(answer, "right"))))
                        .toList());
    }

    private static List<Map<?, ?>> list(Object value) {
        var maps = new ArrayList<Map<?, ?>>();
        if (value instanceof List<?> list) {
            list.forEach(each -> {
                if (each instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            });
        }
        return maps;
    }

    private static String text(Map<?, ?> tree, String key) {
        var value = tree.get(key);
        return value == null ? "" : value.toString();
    }

    private static int number(Map<?, ?> tree, String key) {
        return text(tree, key).isEmpty() ? 0 : Integer.parseInt(text(tree, key));
    }
}
