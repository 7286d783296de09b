package org.pgpoollab.challenge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.ReportCell;
import org.pgpoollab.report.Table;
import org.pgpoollab.report.TableColumn;
import org.pgpoollab.report.TerminalLook;

/** Lists what a challenge may be, by level, as it is answered. It says nothing about the challenge that runs. */
public record AnswerList() implements Report {

    private static final Pattern PLACE = Pattern.compile("[$#]([a-z]+)");
    private static final List<TableColumn> COLUMNS =
            List.of(TableColumn.right("level"), TableColumn.left("answer"), TableColumn.left("meaning"));

    @Override
    public List<String> lines(TerminalLook look) {
        var rows = new ArrayList<List<ReportCell>>();
        for (var level = 1; level <= Situations.HIGHEST_LEVEL; level++) {
            var shown = level;
            kinds(level)
                    .forEach(kind -> rows.add(List.of(
                            ReportCell.plain(String.valueOf(shown)),
                            ReportCell.plain(answer(kind)),
                            ReportCell.plain(general(kind.what())))));
        }
        var lines = new ArrayList<>(new Table(COLUMNS, rows).lines(look));
        lines.add("");
        lines.add("The word of the command that causes it is understood, too: pause for frozen, fill for full-disk.");
        lines.add("At level " + Situations.HIGHEST_LEVEL + " two of them may come at once, of any level.");
        return lines;
    }

    private static Stream<CauseKind> kinds(int level) {
        return Situations.kinds().stream().filter(kind -> kind.level() == level);
    }

    private static String answer(CauseKind kind) {
        return general(kind.word() + (kind.places().isEmpty() ? "" : " " + String.join(" ", kind.places())));
    }

    private static String general(String text) {
        return PLACE.matcher(text).replaceAll(place -> place.group(1).toUpperCase(Locale.ROOT));
    }

    @Override
    public Map<String, Object> json() {
        return Map.of(
                "answers", Situations.kinds().stream().map(AnswerList::tree).toList());
    }

    private static Map<String, Object> tree(CauseKind kind) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("level", kind.level());
        tree.put("answer", answer(kind));
        tree.put("meaning", general(kind.what()));
        return tree;
    }
}
