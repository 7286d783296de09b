package org.pgpoollab.challenge;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.drill.ReportTable;
import org.pgpoollab.topology.LabDirectory;

/** Puts the results of this user's challenges into a table for a page. */
public final class ChallengeResultTable {

    private static final int MOST = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private ChallengeResultTable() {}

    /** Returns the results of all labs beside this one, the newest last; without rows if there are none. */
    public static ReportTable beside(LabDirectory lab, ZoneId zone) {
        var results = ChallengeProgressFile.beside(lab).read();
        return new ReportTable(
                List.of("begun", "it was", "outcome", "named", "repaired", "wrong answers", "hints", "points"),
                results.subList(Math.max(0, results.size() - MOST), results.size()).stream()
                        .map(result -> row(result, zone))
                        .toList());
    }

    private static List<String> row(ChallengeResult result, ZoneId zone) {
        return List.of(
                TIME.format(result.begun().atZone(zone)),
                String.join(", ", result.answers()),
                result.outcome().word(),
                after(result.named()),
                after(result.repaired()),
                String.valueOf(result.wrong()),
                String.valueOf(result.hints()),
                result.points() + " of " + result.mostPoints());
    }

    private static String after(Duration time) {
        return time.isNegative() ? "-" : TimeSpan.text(time);
    }
}
