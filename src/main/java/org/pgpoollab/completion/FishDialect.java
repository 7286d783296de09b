package org.pgpoollab.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of fish. Words are offered by printing them, each with a tab and its description. */
record FishDialect() implements Dialect {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    private static final Pattern WILDCARD = Pattern.compile("[*?\\\\]");
    private static final int WIDTH = 120;
    private static final String ANOTHER_LINE = " \\";

    @Override
    public List<String> function(String comment, String name, List<String> body) {
        // Without shadowing, a function may set the variables of the one that calls it.
        return Stream.of(
                        Stream.of("", "# " + comment, "function __pgpool_lab_" + name + " --no-scope-shadowing"),
                        Dialect.indented(body),
                        Stream.of("end"))
                .flatMap(lines -> lines)
                .toList();
    }

    @Override
    public List<String> choice(String subject, List<Arms.Arm> arms) {
        return Stream.of(
                        Stream.of("switch " + subject),
                        arms.stream().flatMap(arm -> Dialect.indented(lines(arm))),
                        Stream.of("end"))
                .flatMap(lines -> lines)
                .toList();
    }

    private static List<String> lines(Arms.Arm arm) {
        var lines = new ArrayList<String>();
        ScriptLines.of(arm.patterns(), " ", ANOTHER_LINE, WIDTH)
                .forEach(patterns -> lines.add((lines.isEmpty() ? "case " : "    ") + patterns));
        Dialect.indented(arm.body()).forEach(lines::add);
        return lines;
    }

    @Override
    public String argument(int number) {
        return "$argv[" + number + "]";
    }

    @Override
    public String bothArguments() {
        return "$argv[1]/$argv[2]";
    }

    /** Quotes do not keep fish from taking the text of a case as a pattern; a backslash does. */
    @Override
    public String pattern(String text) {
        return quote(withoutWildcards(text));
    }

    private static String withoutWildcards(String text) {
        return WILDCARD.matcher(text).replaceAll("\\\\$0");
    }

    @Override
    public String pattern(String text, Offer offer) {
        return offer instanceof NameKind kind && kind.isOfNodes()
                ? beginning(text + kind.word() + "-")
                : pattern(text + offer.label());
    }

    @Override
    public String beginning(String text) {
        return "'" + escaped(withoutWildcards(text)) + "*'";
    }

    @Override
    public List<String> offer(Map<String, String> descriptionsByWord) {
        var areDescribed = descriptionsByWord.values().stream().anyMatch(description -> !description.isEmpty());
        var words = descriptionsByWord.entrySet().stream()
                .map(entry -> quote(entry.getKey()) + (areDescribed ? " " + quote(entry.getValue()) : ""))
                .toList();
        var print = areDescribed ? "printf '%s\\t%s\\n' " : "printf '%s\\n' ";
        var oneLine = print + String.join(" ", words);
        if (oneLine.length() < WIDTH) {
            return List.of(oneLine);
        }
        var lines = areDescribed ? eachWithItsEnd(words) : ScriptLines.of(words, " ", ANOTHER_LINE, WIDTH);
        return Stream.concat(Stream.of(print.strip() + ANOTHER_LINE), Dialect.indented(lines))
                .toList();
    }

    private static List<String> eachWithItsEnd(List<String> lines) {
        var last = lines.size() - 1;
        return Stream.concat(
                        lines.subList(0, last).stream().map(line -> line + ANOTHER_LINE), Stream.of(lines.get(last)))
                .toList();
    }

    @Override
    public List<String> offerNames(List<NameKind> kinds) {
        return List.of(
                "__pgpool_lab_names " + kinds.stream().map(NameKind::word).collect(Collectors.joining(" ")));
    }

    @Override
    public List<String> assign(String variable, String value) {
        return List.of("set " + variable + " " + quote(value));
    }

    private static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + escaped(word) + "'";
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("'", "\\'");
    }
}
