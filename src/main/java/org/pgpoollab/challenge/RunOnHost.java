package org.pgpoollab.challenge;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Node;

/** Runs a shell line of a challenge on a node, with the lab's programs in the path. */
record RunOnHost(Node node, Account account, String line, String title) implements Step {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var path = ShellQuoting.quote(context.binaries().postgresBin().toString());
        var ended = context.run(
                node,
                account,
                Command.of("sh", "-c", "PATH=" + path + ":$PATH; export PATH; " + line)
                        .within(LIMIT));
        if (!ended.succeeded()) {
            throw LabException.failed("could not " + title, ended.lastWords(), "challenge stop");
        }
    }
}
