package org.pgpoollab.catalog;

import org.pgpoollab.report.TerminalLook;

/** Renders docs/commands.md: all commands in Markdown, from the same data as the help. */
public final class CommandsPage {

    private CommandsPage() {}

    /** Returns the whole page, which ends with a line feed. */
    public static String render() {
        var page = new StringBuilder("# Commands\n\nMade from the commands themselves; do not edit.\n\n```text\n");
        new HelpOverview()
                .lines(TerminalLook.PLAIN)
                .forEach(line -> page.append(line).append('\n'));
        page.append("```\n");
        Catalog.entries().forEach(entry -> append(page, entry));
        return page.toString();
    }

    private static void append(StringBuilder page, Catalog.Entry entry) {
        page.append("\n## ").append(entry.name()).append("\n\n```text\n");
        new HelpPage(entry)
                .lines(TerminalLook.PLAIN)
                .forEach(line -> page.append(line.stripTrailing()).append('\n'));
        page.append("```\n");
    }
}
