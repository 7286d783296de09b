package org.pgpoollab.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.TerminalLook;

/** The overview of all commands, one line for each. */
public record HelpOverview() implements Report {

    private static final String HEAD = """
            pgpool-lab builds, runs, breaks and explains a real PostgreSQL + repmgr + Pgpool-II lab.

            pgpool-lab                      the full screen, on a terminal; with --plain a prompt alone
            pgpool-lab COMMAND WORDS…       one command; -c "one; two" runs several
            pgpool-lab < file               one command a line, '#' comments; stops at the first failure
            """;

    private static final String FOOT = """

            At the prompt: '?' is help, 'q' leaves, 'clear' or ^L empties the output, and the beginning of a name will do
            where only one command begins so: 'stat'. Scripts and arguments name commands in full.
            NODE is a name (pg-1, pgpool-0) or a role: primary, standby, standbys, leader, vip, all.
            Options of every command: --lab NAME --file LAB.YAML --engine native|compose --output text|json
            --yes --dry-run --read-only --plain --offline. 'help COMMAND' says more.
            Exit status: 0 done, 1 failed, 2 usage, 3 not met, 4 something is missing here, 130 interrupted.
            """;

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<>(HEAD.lines().toList());
        var group = "";
        for (var entry : Catalog.entries()) {
            if (!entry.group().equals(group)) {
                group = entry.group();
                lines.add("");
                lines.add(group);
            }
            lines.add("  %-15s %s".formatted(entry.name(), entry.summary()));
        }
        lines.addAll(FOOT.lines().toList());
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        return Map.of(
                "commands", Catalog.entries().stream().map(HelpOverview::tree).toList());
    }

    private static Map<String, Object> tree(Catalog.Entry entry) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", entry.name());
        tree.put("group", entry.group());
        tree.put("summary", entry.summary());
        return tree;
    }
}
