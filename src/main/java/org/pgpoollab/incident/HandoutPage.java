package org.pgpoollab.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.pgpoollab.drill.HtmlPage;
import org.pgpoollab.drill.ReportTable;
import org.pgpoollab.lesson.LessonProgress;
import org.pgpoollab.lesson.LessonRecord;

/**
 * One self-contained page about what a student did with a lab: what was typed, each outage, the screen at the events that matter, and the
 * results of lessons and challenges.
 *
 * @param student whose page it is
 * @param versions of the lab's programs; empty if they are not known
 * @param typed without secrets, the oldest first
 * @param outages a part of the page, made by {@link HandoutOutages}
 * @param pictures a part of the page, made by {@link HandoutPictures}
 * @param challenges the results of challenges; without rows if there are none
 */
public record HandoutPage(
        String student,
        String lab,
        String versions,
        Instant from,
        Instant to,
        ZoneId zone,
        List<TypedLine> typed,
        List<String> outages,
        List<String> pictures,
        LessonProgress lessons,
        ReportTable challenges) {

    private static final int MOST_TYPED = 2000;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    public HandoutPage {
        typed = List.copyOf(typed);
        outages = List.copyOf(outages);
        pictures = List.copyOf(pictures);
    }

    public String html() {
        var title = "The lab " + lab + ", by " + student;
        var body = new ArrayList<String>();
        body.add(HtmlPage.heading(1, title));
        body.add(HtmlPage.paragraph(
                "From " + DAY.format(from.atZone(zone)) + " to " + DAY.format(to.atZone(zone)) + "."));
        if (!versions.isEmpty()) {
            body.add(HtmlPage.dim(versions));
        }
        body.add(HtmlPage.heading(2, "Lessons"));
        body.addAll(lessonResults());
        body.add(HtmlPage.heading(2, "Challenges"));
        body.add(challenges.rows().isEmpty() ? HtmlPage.dim("No challenge has ended.") : HtmlPage.table(challenges));
        body.add(HtmlPage.heading(2, "What was typed"));
        body.addAll(commands());
        body.add(HtmlPage.heading(2, "What clients noticed"));
        body.addAll(outages);
        body.add(HtmlPage.heading(2, "What the screen showed"));
        body.addAll(pictures);
        return HtmlPage.page("pgpool-lab: " + title, body);
    }

    private List<String> commands() {
        if (typed.isEmpty()) {
            return List.of(HtmlPage.dim("Nothing was typed in this time."));
        }
        var newest = typed.subList(Math.max(0, typed.size() - MOST_TYPED), typed.size());
        var parts = new ArrayList<String>();
        if (newest.size() < typed.size()) {
            parts.add(HtmlPage.dim("The newest " + MOST_TYPED + " of " + typed.size() + " lines."));
        }
        parts.add(HtmlPage.table(new ReportTable(
                List.of("at", "line"),
                newest.stream()
                        .map(each -> List.of(TIME.format(each.at().atZone(zone)), each.line()))
                        .toList())));
        return parts;
    }

    private List<String> lessonResults() {
        var records = lessons.records().values().stream()
                .sorted(Comparator.comparing(LessonRecord::lesson))
                .toList();
        if (records.isEmpty()) {
            return List.of(HtmlPage.dim("No lesson was started."));
        }
        var parts = new ArrayList<String>();
        parts.add(HtmlPage.table(new ReportTable(
                List.of("lesson", "done", "tasks", "hints", "solved", "skipped", "wrong answers"),
                records.stream().map(this::row).toList())));
        for (var record : records) {
            if (!record.answers().isEmpty()) {
                parts.add(HtmlPage.heading(3, record.title()));
                parts.add(HtmlPage.table(answers(record)));
            }
        }
        return parts;
    }

    private List<String> row(LessonRecord record) {
        return List.of(
                record.title(),
                record.isDone() ? DAY.format(Instant.parse(record.done()).atZone(zone)) : "no",
                record.tasks() + " of " + record.tasksInAll(),
                String.valueOf(record.hints()),
                String.valueOf(record.solved()),
                String.valueOf(record.skipped()),
                String.valueOf(record.wrongAnswers()));
    }

    private static ReportTable answers(LessonRecord record) {
        return new ReportTable(
                List.of("question", "answer", ""),
                record.answers().stream()
                        .map(given -> List.of(given.question(), given.answer(), given.isRight() ? "right" : "wrong"))
                        .toList());
    }
}
