package org.pgpoollab.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.output.PrintableMessage;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.HistoryFile;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(description = "Shows the commands that you have typed, the newest last.")
@CommandHelp(
        examples = {"history", "history 10"},
        byHand = "cat ~/.local/state/pgpool-lab/history")
public final class History implements LabCommand {

    @Parameters(arity = "0..1", paramLabel = "COUNT", description = "How many of the newest commands (default: all).")
    private int count = Integer.MAX_VALUE;

    @Override
    public Exit run(CommandContext context) {
        var all = context.history().entries();
        var shown = all.subList((int) Math.max(0, all.size() - (long) Math.max(0, count)), all.size());
        return context.show(AdHocReport.of(
                () -> shown.stream()
                        .map(entry -> PrintableMessage.text(entry.line()))
                        .toList(),
                () -> Map.of("history", shown.stream().map(History::tree).toList())));
    }

    private static Map<String, Object> tree(HistoryFile.Entry entry) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("at", entry.at().toString());
        tree.put("line", entry.line());
        return tree;
    }
}
