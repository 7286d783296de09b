package org.pgpoollab.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pgpoollab.Exit;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.report.StatusSign;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.LabSummary;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;

@Command(description = "Lists your labs on this machine.")
@CommandHelp(examples = "list", byHand = "ls ~/.local/state/pgpool-lab")
public final class ListLabs implements LabCommand {

    @Override
    public Exit run(CommandContext context) {
        var labs = context.session().labs();
        return context.show(AdHocReport.of(
                () -> lines(labs),
                () -> Map.of("labs", labs.stream().map(ListLabs::tree).toList())));
    }

    private static List<String> lines(List<LabSummary> labs) {
        if (labs.isEmpty()) {
            return List.of("no labs; 'up' makes one");
        }
        var width = labs.stream().mapToInt(lab -> lab.name().length()).max().orElse(0);
        return Stream.concat(labs.stream().map(lab -> line(lab, Math.max(4, width))), troubles(labs))
                .toList();
    }

    private static String line(LabSummary lab, int width) {
        return Stream.of(
                        ("%-" + width + "s").formatted(lab.name()),
                        lab.running() ? StatusSign.GOOD.before("runs   ") : StatusSign.FOLLOWS.before("stopped"),
                        lab.postgresCount() + " PostgreSQL + " + lab.pgpoolCount() + " Pgpool-II",
                        lab.engine(),
                        lab.directory())
                .reduce((left, right) -> left + "  " + right)
                .orElseThrow();
    }

    /** Lists below the table what is wrong with labs that cannot be used. */
    private static Stream<String> troubles(List<LabSummary> labs) {
        return labs.stream()
                .filter(lab -> !lab.problem().isEmpty())
                .flatMap(lab -> Stream.of("! " + lab.name() + ": " + lab.problem(), "  try      " + lab.remedy()));
    }

    private static Map<String, Object> tree(LabSummary lab) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", lab.name());
        tree.put("engine", lab.engine());
        tree.put("running", lab.running());
        tree.put("postgres", lab.postgresCount());
        tree.put("pgpool", lab.pgpoolCount());
        tree.put("directory", lab.directory());
        if (!lab.problem().isEmpty()) {
            tree.put("problem", lab.problem());
            tree.put("remedy", lab.remedy());
        }
        return tree;
    }
}
