package org.pgpoollab.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.TerminalLook;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help page of one command. */
public record HelpPage(Catalog.Entry entry) implements Report {

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<>(
                Syntax.of(entry).line().getUsageMessage(Ansi.OFF).lines().toList());
        lines.add("");
        lines.add(entry.examples().size() == 1 ? "Example" : "Examples");
        entry.examples().forEach(example -> lines.add("  " + example));
        addByHand(
                lines,
                "By hand, for example" + (entry.hasSteps() ? "; --dry-run prints the lines for your lab" : ""),
                entry.byHand());
        if (entry.byHand().stream().anyMatch(line -> line.contains(", as root)"))) {
            lines.add("  A shell on a node: exec NODE; as root: exec --root NODE");
        }
        addByHand(lines, "By hand, in a lab of containers", entry.byHandInContainers());
        return lines;
    }

    private static void addByHand(List<String> lines, String title, List<String> byHand) {
        if (!byHand.isEmpty()) {
            lines.add("");
            lines.add(title);
            byHand.forEach(line -> lines.add("  $ " + line));
        }
    }

    @Override
    public Map<String, Object> json() {
        var spec = Syntax.of(entry).line().getCommandSpec();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", entry.name());
        tree.put("description", entry.description());
        tree.put(
                "parameters",
                spec.positionalParameters().stream().map(HelpPage::tree).toList());
        tree.put(
                "options",
                spec.options().stream()
                        .filter(option -> !option.hidden())
                        .map(HelpPage::tree)
                        .toList());
        tree.put("examples", entry.examples());
        tree.put("byHand", entry.byHand());
        tree.put("byHandInContainers", entry.byHandInContainers());
        return tree;
    }

    private static Map<String, Object> tree(PositionalParamSpec parameter) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("label", parameter.paramLabel());
        tree.put("description", described(parameter));
        return tree;
    }

    private static Map<String, Object> tree(OptionSpec option) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("names", List.of(option.names()));
        tree.put("description", described(option));
        return tree;
    }

    private static String described(ArgSpec argument) {
        return String.join(" ", argument.description());
    }
}
