package org.pgpoollab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pgpoollab.Excerpt;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.explain.Explanation;
import org.pgpoollab.explain.Explanations;
import org.pgpoollab.explain.NearestExplanations;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.report.ExplanationReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.WordsWithExplanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Says what a word, an error code or a line of a log means, and what to do.",
            "It knows the states, roles, settings and terms of PostgreSQL, repmgr and Pgpool-II, and the lines that they log. Without a"
                    + " word it lists the words. A line is given in quotes: explain \"LINE\"."
        })
@CommandHelp(
        examples = {
            "explain quarantine",
            "explain QUORUM ABSENT",
            "explain 57P01",
            "explain \"FATAL: terminating connection due to administrator command\""
        })
public final class Explain implements LabCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "WORD",
            completionCandidates = WordsWithExplanation.class,
            description = "A word, an error code, or a line of a log (default: list the words).")
    private List<String> words = new ArrayList<>();

    @Override
    public Exit run(CommandContext context) {
        var catalogue = Explanations.catalogue();
        if (words.isEmpty()) {
            return context.show(AdHocReport.of(() -> list(catalogue), () -> tree(catalogue)));
        }
        var text = String.join(" ", words);
        var found = catalogue.of(text);
        if (found.isEmpty()) {
            throw unknown(text, new NearestExplanations(catalogue).to(text));
        }
        return context.show(new ExplanationReport(text, found));
    }

    private static LabException unknown(String text, List<String> nearest) {
        return LabException.failed(
                "nothing is known of '" + Excerpt.of(text) + "'",
                nearest.isEmpty() ? "" : "nearest: " + String.join(", ", nearest),
                nearest.isEmpty() ? "explain" : "explain " + nearest.get(0));
    }

    private static List<String> list(Explanations catalogue) {
        var width = withWords(catalogue).stream()
                .mapToInt(each -> each.label().length())
                .max()
                .orElse(0);
        return withWords(catalogue).stream()
                .map(each -> ("%-" + width + "s").formatted(each.label()) + "  " + each.summary())
                .toList();
    }

    private static Map<String, Object> tree(Explanations catalogue) {
        return Map.of(
                "words",
                withWords(catalogue).stream()
                        .flatMap(each -> each.words().stream())
                        .toList());
    }

    private static List<Explanation> withWords(Explanations catalogue) {
        return catalogue.all().stream().filter(each -> !each.words().isEmpty()).toList();
    }
}
