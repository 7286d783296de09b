package org.pgpoollab.explain;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgpoollab.version.LabProgram;

/** All explanations, and how one is found: by a word, by an error code, or by a line of a log. */
public final class Explanations {

    private static final Pattern SQLSTATE = Pattern.compile("(?<![\\w-])[0-9A-Z]{5}(?![\\w-])");

    /** Whose messages are in a log: repmgr and Pgpool-II also log what PostgreSQL answered them. */
    private static final Map<String, List<LabProgram>> PROGRAMS_OF_LOG = Map.of(
            "postgresql.log", List.of(LabProgram.POSTGRESQL),
            "repmgr.log", List.of(LabProgram.REPMGR, LabProgram.POSTGRESQL),
            "pgpool.log", List.of(LabProgram.PGPOOL, LabProgram.POSTGRESQL));

    private final List<Explanation> all;
    private final Map<LabProgram, List<ExplainedLine>> lines = new EnumMap<>(LabProgram.class);

    /** @param all in the order of the catalogue */
    public Explanations(List<Explanation> all) {
        this.all = List.copyOf(all);
        for (var program : LabProgram.values()) {
            lines.put(program, linesOf(program));
        }
    }

    private static final class Catalogue {
        static final Explanations IN_PROGRAM = new Explanations(ExplanationFile.read());
    }

    /** Returns the explanations that are in the program itself. They are read at the first call. */
    public static Explanations catalogue() {
        return Catalogue.IN_PROGRAM;
    }

    public List<Explanation> all() {
        return all;
    }

    /**
     * Returns what explains a line of a log. A line begins with what happened and goes on with its cause, so of several patterns the one
     * that occurs first counts, and of these the longest.
     *
     * @param file the log's name: {@code postgresql.log}, {@code repmgr.log} or {@code pgpool.log}
     */
    public Optional<ExplainedLine> ofLogLine(String file, String line) {
        return PROGRAMS_OF_LOG.getOrDefault(file, List.of()).stream()
                .flatMap(program -> firstIn(line, lines.get(program)).stream())
                .findFirst();
    }

    private static Optional<ExplainedLine> firstIn(String line, List<ExplainedLine> patterns) {
        return patterns.stream()
                .filter(known -> known.pattern().occursIn(line))
                .min(Comparator.comparingInt(
                                (ExplainedLine known) -> known.pattern().placeIn(line))
                        .thenComparingInt(known -> -known.pattern().length()));
    }

    /**
     * Returns what explains a text that somebody typed: a word, an error code, or a line of any log. Several explanations have the
     * same word: standby is a role of PostgreSQL, and a state of the watchdog. Of the patterns that occur in a line the longest counts,
     * since what a client was told begins with words of the client.
     */
    public List<Explanation> of(String text) {
        var asWord = ofWord(text);
        if (!asWord.isEmpty()) {
            return asWord;
        }
        var asLine = ofAnyLine(text);
        return asLine.isEmpty() ? ofErrorCode(text) : asLine;
    }

    private List<Explanation> ofWord(String text) {
        var word = folded(text);
        return all.stream()
                .filter(each -> each.names().map(Explanations::folded).anyMatch(word::equals))
                .toList();
    }

    private List<Explanation> ofAnyLine(String text) {
        return longestIn(text, false)
                .or(() -> longestIn(text.toLowerCase(Locale.ROOT), true))
                .map(found -> List.of(found.explanation()))
                .orElse(List.of());
    }

    private Optional<ExplainedLine> longestIn(String text, boolean inLowerCase) {
        return lines.values().stream()
                .flatMap(List::stream)
                .filter(known -> (inLowerCase ? known.pattern().inLowerCase() : known.pattern()).occursIn(text))
                .max(Comparator.comparingInt(known -> known.pattern().length()));
    }

    private List<Explanation> ofErrorCode(String text) {
        return SQLSTATE.matcher(text)
                .results()
                .flatMap(code -> ofWord(code.group()).stream())
                .distinct()
                .toList();
    }

    private List<ExplainedLine> linesOf(LabProgram program) {
        return all.stream()
                .filter(explanation -> explanation.isOf(program))
                .flatMap(Explanations::explainedLines)
                .sorted(Comparator.comparingInt(
                        (ExplainedLine line) -> -line.pattern().length()))
                .toList();
    }

    private static Stream<ExplainedLine> explainedLines(Explanation explanation) {
        return explanation.lines().stream().map(pattern -> new ExplainedLine(explanation, pattern));
    }

    /** Case, and the difference between blank, hyphen and underscore, do not matter. */
    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
    }
}
