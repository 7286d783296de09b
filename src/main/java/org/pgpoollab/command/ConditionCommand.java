package org.pgpoollab.command;

import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.condition.ConditionParser;
import org.pgpoollab.condition.Expectation;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.ConditionWords;
import picocli.CommandLine.Parameters;

/** A command that checks a condition; it ends with status 3 if the condition does not hold. */
abstract class ConditionCommand implements LabCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "CONDITION",
            completionCandidates = ConditionWords.class,
            description = "The condition.")
    private List<String> words;

    abstract ConditionResult check(ConditionWatch watch, Expectation expectation) throws InterruptedException;

    @Override
    public final Exit run(CommandContext context) throws InterruptedException {
        var session = context.session();
        var expectation =
                ConditionParser.parse(List.of(String.join(" ", words).strip().split("\\s+")), session.lab());
        var result = check(new ConditionWatch(session, context.clock(), ConditionWatch.Pause.SHORT), expectation);
        context.show(result);
        return result.exit();
    }
}
