package org.pgpoollab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.Problem;
import org.pgpoollab.diagnosis.ClusterHealth;
import org.pgpoollab.diagnosis.Finding;
import org.pgpoollab.diagnosis.Remedy;

/** Formats findings as text and as JSON. In text each has three short lines, and each consequence of it one line below. */
final class FindingLines {

    private FindingLines() {}

    static List<String> lines(ClusterHealth health, TerminalLook look) {
        return health.findings().stream()
                .flatMap(finding -> lines(finding, look))
                .toList();
    }

    /** Returns the first remedy that has several commands. */
    static Optional<String> severalCommands(ClusterHealth health) {
        return health.findings().stream()
                .filter(finding -> !finding.isConsequence())
                .map(Finding::remedy)
                .filter(remedy -> remedy.commands().size() > 1)
                .map(Remedy::line)
                .findFirst();
    }

    private static Stream<String> lines(Finding finding, TerminalLook look) {
        if (finding.isConsequence()) {
            return Stream.of(VisibleText.of("  hence    " + finding.problem().what(), look));
        }
        var tone = finding.isError() ? Tone.BAD : Tone.WARN;
        var text = new ArrayList<>(finding.problem().text().lines().toList());
        text.set(0, text.get(0).replaceFirst("^" + StatusSign.BAD + " ", ""));
        var first = Stream.of(ReportCell.marked(tone, text.get(0)).painted(look));
        return Stream.concat(first, text.stream().skip(1).map(line -> VisibleText.of(line, look)));
    }

    static List<Map<String, Object>> json(ClusterHealth health) {
        return health.findings().stream().map(FindingLines::json).toList();
    }

    private static Map<String, Object> json(Finding finding) {
        Problem problem = finding.problem();
        var fields = new JsonFields()
                .with("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .with("what", problem.what())
                .with("why", problem.why())
                .with("remedy", problem.remedy())
                .with("check", finding.check())
                .with("commands", finding.remedy().commands());
        return (finding.isConsequence() ? fields.with("because", finding.because()) : fields).map();
    }
}
