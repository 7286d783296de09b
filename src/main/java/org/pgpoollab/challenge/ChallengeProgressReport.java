package org.pgpoollab.challenge;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.ReportCell;
import org.pgpoollab.report.Table;
import org.pgpoollab.report.TableColumn;
import org.pgpoollab.report.TerminalLook;

/** Reports all challenges of this user, the newest last, with the sum of their points. */
record ChallengeProgressReport(List<ChallengeResult> results, ZoneId zone) implements Report {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.left("begun"),
            TableColumn.right("level"),
            TableColumn.left("it was"),
            TableColumn.left("outcome"),
            TableColumn.right("named"),
            TableColumn.right("repaired"),
            TableColumn.right("wrong"),
            TableColumn.right("hints"),
            TableColumn.right("points"));

    ChallengeProgressReport {
        results = List.copyOf(results);
    }

    @Override
    public List<String> lines(TerminalLook look) {
        if (results.isEmpty()) {
            return List.of("no challenge has ended yet; begin one: challenge");
        }
        var lines = new ArrayList<>(
                new Table(COLUMNS, results.stream().map(this::row).toList()).lines(look));
        lines.add("");
        lines.add(sum() + " of "
                + results.stream().mapToInt(ChallengeResult::mostPoints).sum() + " points");
        return lines;
    }

    private int sum() {
        return results.stream().mapToInt(ChallengeResult::points).sum();
    }

    private List<ReportCell> row(ChallengeResult result) {
        return List.of(
                ReportCell.plain(TIME.format(result.begun().atZone(zone))),
                ReportCell.plain(String.valueOf(result.level())),
                ReportCell.plain(String.join(", ", result.answers())),
                ReportCell.plain(result.outcome().word()),
                ReportCell.plain(text(result.named())),
                ReportCell.plain(text(result.repaired())),
                ReportCell.plain(String.valueOf(result.wrong())),
                ReportCell.plain(String.valueOf(result.hints())),
                ReportCell.plain(String.valueOf(result.points())));
    }

    private static String text(Duration time) {
        return time.isNegative() ? "-" : TimeSpan.text(time);
    }

    @Override
    public Map<String, Object> json() {
        return Map.of("challenges", results.stream().map(ChallengeResult::tree).toList(), "points", sum());
    }
}
