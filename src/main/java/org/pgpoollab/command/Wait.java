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
            "Waits until a condition holds.",
            "'for 30s' at its end limits the wait; it ends with status 3 if the condition does not hold by then. Conditions: NODE is up|down|primary|standby|streaming|leader|unreachable, pool_nodes NODE is up|down [on POOL], vip is held, vip is on POOL, quorum is present|absent, primary is known, cluster is healthy; each with 'not'; 'stays … for 10s' must hold all the time."
        })
@CommandHelp(
        examples = {"wait pg-2 is streaming for 30s", "wait vip is on pgpool-1", "wait stays cluster is healthy for 10s"
        })
public final class Wait implements LabCommand {

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
        var result = new ConditionWatch(session, context.clock(), ConditionWatch.Pause.SHORT).await(expectation);
        context.show(result);
        return result.exit();
    }
}
