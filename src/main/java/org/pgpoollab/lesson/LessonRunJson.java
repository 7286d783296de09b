package org.pgpoollab.lesson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgpoollab.report.Json;

/** Writes a {@link LessonRun} as JSON and reads it. What is asked again anyway is left out: goals, answers and figures of the load. */
final class LessonRunJson {

    private LessonRunJson() {}

    static String text(LessonRun run) {
        var evidence = run.progress().evidence();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("lesson", run.lesson());
        tree.put("file", run.file());
        tree.put("begun", run.begun());
        tree.put("task", run.task());
        tree.put("taskBegun", evidence.begun());
        tree.put("metAt", run.progress().metAt());
        tree.put("seen", run.progress().seen());
        tree.put("answered", run.answered());
        tree.put("hints", run.hints());
        tree.put("figures", run.figures().values());
        tree.put("mostVipHolders", evidence.mostVipHolders());
        tree.put("counters", evidence.reads().counters());
        tree.put("reads", evidence.reads().counts());
        tree.put("lastReads", evidence.reads().last());
        return Json.text(tree) + "\n";
    }

    /** Returns the run; empty if the text is none, for example because the file is damaged or of another version. */
    static Optional<LessonRun> parse(String text) {
        try {
            return Json.object(text).map(LessonRunJson::run);
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static LessonRun run(Map<String, Object> tree) {
        var reads = new ReadCounts(numbers(tree, "counters"), numbers(tree, "reads"), instants(tree, "lastReads"));
        var evidence = new LessonEvidence(
                Instant.parse(string(tree, "taskBegun")),
                number(tree, "mostVipHolders"),
                reads,
                LoadEvidence.unknown("there was no load"),
                Map.of());
        var progress =
                new TaskProgress(evidence, positions(tree, "seen"), List.of(), Instant.parse(string(tree, "metAt")));
        var figures = new HashMap<String, String>();
        map(tree, "figures").forEach((name, value) -> figures.put(name, String.valueOf(value)));
        return new LessonRun(
                string(tree, "lesson"),
                string(tree, "file"),
                Instant.parse(string(tree, "begun")),
                number(tree, "task"),
                progress,
                positions(tree, "answered"),
                number(tree, "hints"),
                new LessonFigures(figures));
    }

    private static String string(Map<String, Object> tree, String key) {
        return Optional.ofNullable(tree.get(key)).map(Object::toString).orElseThrow();
    }

    private static int number(Map<String, Object> tree, String key) {
        return Integer.parseInt(string(tree, key));
    }

    private static Map<String, Object> map(Map<String, Object> tree, String key) {
        var typed = new LinkedHashMap<String, Object>();
        if (tree.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> typed.put(String.valueOf(name), value));
        }
        return typed;
    }

    private static Map<String, Long> numbers(Map<String, Object> tree, String key) {
        var numbers = new HashMap<String, Long>();
        map(tree, key).forEach((name, value) -> numbers.put(name, Long.valueOf(value.toString())));
        return numbers;
    }

    private static Map<String, Instant> instants(Map<String, Object> tree, String key) {
        var instants = new HashMap<String, Instant>();
        map(tree, key).forEach((name, value) -> instants.put(name, Instant.parse(value.toString())));
        return instants;
    }

    private static Set<Integer> positions(Map<String, Object> tree, String key) {
        var positions = new ArrayList<Integer>();
        if (tree.get(key) instanceof List<?> list) {
            list.forEach(each -> positions.add(Integer.valueOf(each.toString())));
        }
        return new HashSet<>(positions);
    }
}
