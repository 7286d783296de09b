package org.pgpoollab.command;

import org.pgpoollab.condition.Expectation;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;

@Command(
        description = {
            "Checks whether a condition holds now.",
            "Ends with status 3 if the condition does not hold. The conditions are those of 'wait'."
        })
@CommandHelp(examples = {"expect pool_nodes pg-2 is down", "expect pg-1 is not primary"})
public final class Expect extends ConditionCommand {

    @Override
    ConditionResult check(ConditionWatch watch, Expectation expectation) throws InterruptedException {
        return watch.expect(expectation);
    }
}
