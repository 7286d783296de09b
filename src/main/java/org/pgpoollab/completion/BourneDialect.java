package org.pgpoollab.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.engine.ShellQuoting;

/**
 * What bash and zsh have in common.
 *
 * @param showsDescriptions whether the shell shows a description beside each word; it then follows the word and a colon
 */
record BourneDialect(boolean showsDescriptions) implements Dialect {

    private static final int WIDTH = 120;

    @Override
    public List<String> function(String comment, String name, List<String> body) {
        return Stream.of(
                        Stream.of("", "# " + comment, "_pgpool_lab_" + name + "() {"),
                        Dialect.indented(body),
                        Stream.of("}"))
                .flatMap(lines -> lines)
                .toList();
    }

    @Override
    public List<String> choice(String subject, List<Arms.Arm> arms) {
        return Stream.of(
                        Stream.of("case " + subject + " in"),
                        arms.stream().flatMap(arm -> Dialect.indented(lines(arm))),
                        Stream.of("esac"))
                .flatMap(lines -> lines)
                .toList();
    }

    private static List<String> lines(Arms.Arm arm) {
        var lines = new ArrayList<>(ScriptLines.of(arm.patterns(), " | ", " | \\", WIDTH));
        var head = lines.remove(lines.size() - 1) + ")";
        var isShort = arm.body().size() <= 1
                && head.length() + arm.body().stream().mapToInt(String::length).sum() < WIDTH;
        if (isShort) {
            lines.add(Stream.of(Stream.of(head), arm.body().stream(), Stream.of(";;"))
                    .flatMap(parts -> parts)
                    .collect(Collectors.joining(" ")));
            return lines;
        }
        lines.add(head);
        Dialect.indented(arm.body()).forEach(lines::add);
        lines.add("    ;;");
        return lines;
    }

    @Override
    public String argument(int number) {
        return "$" + number;
    }

    @Override
    public String bothArguments() {
        return "\"$1/$2\"";
    }

    @Override
    public String pattern(String text) {
        return ShellQuoting.quote(text);
    }

    @Override
    public String pattern(String text, Offer offer) {
        return offer instanceof NameKind kind && kind.isOfNodes()
                ? pattern(text) + kind.word() + "-[0-9]*"
                : pattern(text + offer.label());
    }

    @Override
    public String beginning(String text) {
        return (text.isEmpty() ? "" : pattern(text)) + "*";
    }

    @Override
    public List<String> offer(Map<String, String> descriptionsByWord) {
        var words = descriptionsByWord.entrySet().stream()
                .map(entry -> word(entry.getKey(), entry.getValue()))
                .toList();
        var oneLine = "offers+=(" + String.join(" ", words) + ")";
        if (oneLine.length() < WIDTH) {
            return List.of(oneLine);
        }
        var lines = showsDescriptions ? words : ScriptLines.of(words, " ", "", WIDTH);
        return Stream.of(Stream.of("offers+=("), Dialect.indented(lines), Stream.of(")"))
                .flatMap(parts -> parts)
                .toList();
    }

    private String word(String word, String description) {
        return ShellQuoting.quote(showsDescriptions && !description.isEmpty() ? word + ":" + description : word);
    }

    @Override
    public List<String> offerNames(List<NameKind> kinds) {
        return List.of("_pgpool_lab_names " + kinds.stream().map(NameKind::word).collect(Collectors.joining(" ")));
    }

    @Override
    public List<String> assign(String variable, String value) {
        return List.of(variable + "=" + ShellQuoting.quote(value));
    }
}
