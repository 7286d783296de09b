package org.pgpoollab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.output.CsvTable;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.NodeArguments;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import org.pgpoollab.syntax.SqlWords;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Runs a statement with psql, or opens a psql session.",
            "It connects through the virtual IP, unless --on names a node.",
            "With --output json the result, of several statements the last, is",
            "{\"columns\":[…],\"rows\":[[…]],\"status\":0}; NULL is \\N."
        })
@CommandHelp(
        examples = {
            "psql \"select pg_is_in_recovery()\"",
            "psql --on pg-1",
            "psql \"set work_mem = '8MB'\" --then \"show work_mem\""
        },
        byHand = {"psql -h pgpool -U admin -c 'select pg_is_in_recovery()'    (on any node)"})
public final class Psql implements LabCommand {

    @Option(
            names = "--on",
            paramLabel = "NODE",
            completionCandidates = NodeNames.One.class,
            description = "The node to query instead of the holder of the VIP.")
    private String on = "";

    @Option(
            names = "--then",
            paramLabel = "STATEMENT",
            completionCandidates = SqlWords.class,
            description = "Another statement for the same session, in a transaction of its own; can be repeated.")
    private List<String> others = new ArrayList<>();

    @Parameters(
            arity = "0..*",
            paramLabel = "STATEMENT",
            completionCandidates = SqlWords.class,
            description = "Words that make up one statement; none: a session.")
    private List<String> words = new ArrayList<>();

    @Override
    public boolean changes() {
        return true;
    }

    /** {@code psql} reserves no lab: a session may last for hours, and PostgreSQL handles concurrent writers itself. */
    @Override
    public boolean needsLabAlone() {
        return false;
    }

    @Override
    public Exit run(CommandContext context) {
        var session = context.session();
        Optional<Node> node = on.isEmpty() ? Optional.empty() : Optional.of(NodeArguments.of(session, on));
        var statement = String.join(" ", words);
        if (statement.isBlank()) {
            refuseOthersAlone();
            return session(context, node);
        }
        if (context.output().isJson() && !context.isDryRun()) {
            refuseOthersInJson();
            return table(context, node, statement);
        }
        return context.runProgram(session.psql(node, arguments(statement)));
    }

    /** psql runs the statement of each {@code -c} for itself, all in one session; by default it goes on after one that fails. */
    private List<String> arguments(String statement) {
        var arguments = new ArrayList<>(List.of("-X", "-c", statement));
        others.forEach(other -> arguments.addAll(List.of("-c", other)));
        if (!others.isEmpty()) {
            arguments.addAll(List.of("-v", "ON_ERROR_STOP=1"));
        }
        return arguments;
    }

    private void refuseOthersAlone() {
        if (!others.isEmpty()) {
            throw LabException.usage(
                    "--then needs a statement before it",
                    "psql runs that one first",
                    "psql \"select 1\" --then \"select 2\"");
        }
    }

    private void refuseOthersInJson() {
        if (!others.isEmpty()) {
            throw LabException.usage(
                    "--then has no JSON", "the result of psql in JSON is one table", "leave out --output json");
        }
    }

    private static Exit session(CommandContext context, Optional<Node> node) {
        if (!context.canHoldSession() && !context.isDryRun()) {
            throw LabException.usage(
                    "psql needs a statement here",
                    "a session needs a terminal, or standard input of its own",
                    "psql \"select 1\"");
        }
        return context.handOver(context.session().psql(node, List.of()));
    }

    /** Returns psql's error messages without the lines that mark the position in the statement. */
    public static String reason(String errors) {
        return errors.lines()
                .filter(line -> !line.matches("LINE \\d+: .*|\\s*\\^?\\s*"))
                .collect(Collectors.joining("\n"));
    }

    /** Before version 15 psql shows the last result only; the others would be rows of the first one's columns. */
    private static List<String> csv(String statement) {
        return List.of("-X", "-q", "--csv", "-P", "null=\\N", "-v", "SHOW_ALL_RESULTS=off", "-c", statement);
    }

    private static Exit table(CommandContext context, Optional<Node> node, String statement) {
        var ended = context.session().shell().run(context.session().psql(node, csv(statement)));
        if (!ended.succeeded()) {
            throw LabException.failed("The statement failed", reason(ended.errors()), "");
        }
        context.output().json(CsvTable.parse(ended.output()).tree());
        return Exit.DONE;
    }
}
