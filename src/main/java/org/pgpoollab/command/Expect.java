package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.condition.ConditionParser;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.ConditionWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Checks whether a condition holds now.",
            "Ends with status 3 if the condition does not hold. The conditions are those of 'wait'."
        })
@CommandHelp(examples = {"expect pool_nodes pg-2 is down", "expect pg-1 is not primary"})
public final class Expect implements LabCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "CONDITION",
            completionCandidates = ConditionWords.class,
            description = "The condition.")
    private List<String> words;

    @Override
    public Exit run(CommandContext context) throws InterruptedException {
        var session = context.session();
        var expectation =
                ConditionParser.parse(List.of(String.join(" ", words).strip().split("\\s+")), session.lab());
        var result = new ConditionWatch(session, context.clock(), ConditionWatch.Pause.SHORT).expect(expectation);
        context.show(result);
        return result.exit();
    }
}
