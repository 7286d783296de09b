package org.pgpoollab.lesson;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pgpoollab.TimeSpan;

/**
 * The figures that a lesson's text may name in double braces, as they were measured.
 *
 * @param values the measured ones by their names
 */
public record LessonFigures(Map<String, String> values) {

    public static final LessonFigures NONE = new LessonFigures(Map.of());

    /** What stands in the text for a figure that was not measured. */
    private static final String NOT_MEASURED = "…";

    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([a-z ]+?)\\s*}}");

    public LessonFigures {
        values = Map.copyOf(values);
    }

    /** Returns the figures of a task. */
    public static LessonFigures of(TaskProgress progress) {
        var values = new TreeMap<String, String>();
        var load = progress.evidence().load();
        if (load.isKnown()) {
            values.put("write outage", TimeSpan.text(load.writeOutage()));
            values.put("read outage", TimeSpan.text(load.readOutage()));
            values.put("failed writes", String.valueOf(load.failedWrites()));
            values.put("failed reads", String.valueOf(load.failedReads()));
            values.put("acknowledged writes", String.valueOf(load.acknowledged()));
        }
        if (load.isKnown() && load.isCompared()) {
            values.put("lost writes", String.valueOf(load.lost()));
        }
        if (progress.isMet()) {
            var took = Duration.between(progress.evidence().begun(), progress.metAt());
            values.put("seconds", String.valueOf(Math.max(0, took.toSeconds())));
        }
        return new LessonFigures(values);
    }

    /** Returns whether a text names any figure. */
    static boolean isNamedIn(String markdown) {
        return NAME.matcher(markdown).find();
    }

    public String fill(String markdown) {
        return NAME.matcher(markdown)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), NOT_MEASURED)));
    }
}
