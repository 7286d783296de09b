package org.pgpoollab.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pgpoollab.syntax.ProgramOptions;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Renders the manual page pgpool-lab(1): a frame, which is a resource, and in it all commands, from the same data as the help. */
public final class ManualPage {

    private final StringBuilder page = new StringBuilder();

    private ManualPage() {}

    /** Returns the whole page, in the language of man(7). */
    public static String render() {
        return frame().replace(".\\\" OPTIONS\n", programOptions(option -> !option.hidden()))
                .replace(".\\\" PROGRAM\n", programOptions(OptionSpec::hidden))
                .replace(".\\\" COMMANDS\n", commands());
    }

    private static String frame() {
        try (var content = ManualPage.class.getResourceAsStream("manual.1")) {
            if (content == null) {
                throw new IllegalStateException("the program lacks its resource manual.1");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String programOptions(Predicate<OptionSpec> which) {
        var part = new ManualPage();
        programSpecification().options().stream().filter(which).forEach(part::option);
        return part.page.toString();
    }

    private static CommandSpec programSpecification() {
        return CommandSpec.forAnnotatedObject(new ProgramOptions());
    }

    private static String commands() {
        var part = new ManualPage();
        var group = "";
        for (var entry : Catalog.entries()) {
            if (!entry.group().equals(group)) {
                group = entry.group();
                part.line(".SS " + Roff.argument(group));
            }
            part.command(entry);
        }
        return part.page.toString();
    }

    private void command(Catalog.Entry entry) {
        var line = Syntax.of(entry).line();
        var synopsis = line.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
        var words = synopsis.substring(entry.name().length());
        line(".TP");
        line(".B " + Roff.text(entry.name()) + (words.isEmpty() ? "" : "\\fR" + Roff.text(words)));
        paragraphs(entry.description());
        line(".RS");
        arguments(line.getCommandSpec());
        lines(entry.examples().size() == 1 ? "Example:" : "Examples:", "", entry.examples());
        lines("By hand, for example:", "$ ", entry.byHand());
        lines("By hand, in a lab of containers:", "$ ", entry.byHandInContainers());
        line(".RE");
    }

    private void paragraphs(List<String> description) {
        line(description.stream().map(Roff::prose).collect(Collectors.joining("\n.IP\n")));
    }

    private void arguments(CommandSpec specification) {
        var common = programSpecification();
        specification
                .positionalParameters()
                .forEach(parameter -> argument(".I " + Roff.text(parameter.paramLabel()), parameter));
        specification.options().stream()
                .filter(option -> !option.hidden() && common.findOption(option.longestName()) == null)
                .forEach(this::option);
    }

    private void option(OptionSpec option) {
        var names = Arrays.stream(option.names())
                .map(name -> "\\fB" + Roff.text(name) + "\\fR")
                .collect(Collectors.joining(", "));
        var separator = option.longestName().startsWith("--") ? "=" : " ";
        argument(
                names + (takesValue(option) ? separator + "\\fI" + Roff.text(option.paramLabel()) + "\\fR" : ""),
                option);
    }

    private static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    private void argument(String head, ArgSpec argument) {
        line(".TP");
        line(head);
        line(Roff.prose(String.join(" ", argument.description())));
    }

    /** Adds lines that are typed as they are. */
    private void lines(String title, String prompt, List<String> lines) {
        if (!lines.isEmpty()) {
            line(".PP");
            line(title);
            line(".RS 4");
            line(".nf");
            lines.forEach(each -> line(Roff.text(prompt + each)));
            line(".fi");
            line(".RE");
        }
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
