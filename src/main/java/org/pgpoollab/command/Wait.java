package org.pgpoollab.command;

import org.pgpoollab.condition.Expectation;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;

@Command(
        description = {
            "Waits until a condition holds.",
            "'for 30s' at its end limits the wait (default 30 s, or as long as a failover of the lab may take); it ends with status 3 if the condition does not hold by then. Conditions: NODE is up|down|primary|standby|streaming|leader|unreachable|attached|detached, pool_nodes NODE is up|down [on POOL], vip is held, vip is on POOL, vip holders at most N, quorum is present|absent, primary is known, cluster is healthy, faults are none; each with 'not'; 'stays … for 10s' must hold all the time."
        })
@CommandHelp(
        examples = {"wait pg-2 is streaming for 30s", "wait vip is on pgpool-1", "wait stays cluster is healthy for 10s"
        })
public final class Wait extends ConditionCommand {

    @Override
    ConditionResult check(ConditionWatch watch, Expectation expectation) throws InterruptedException {
        return watch.await(expectation);
    }
}
