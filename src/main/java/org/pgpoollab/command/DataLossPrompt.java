package org.pgpoollab.command;

import java.util.HashMap;
import java.util.Map;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.plan.Plan;
import org.pgpoollab.plan.Plan.Discard;
import org.pgpoollab.repair.DivergedWal;
import org.pgpoollab.topology.Node;

/**
 * The one gate in front of every plan that discards data: says what only the node has, and asks if it is more than WAL without a
 * transaction. What was agreed to once for a command is not asked again. What is discarded becomes an event of the lab.
 */
final class DataLossPrompt {

    private final CommandContext context;
    private final Map<Node, DivergedWal> agreed = new HashMap<>();
    private final Map<Node, String> discarded = new HashMap<>();
    private String remedy = "";

    DataLossPrompt(CommandContext context) {
        this.context = context;
    }

    /** @param command that is recommended to who cannot be asked, instead of the plan's own */
    void isOf(String command) {
        remedy = command;
    }

    /** That it was shown and agreed to elsewhere. */
    void agree(Node node, DivergedWal loss) {
        agreed.put(node, loss);
    }

    /** Returns if all that the plan discards was agreed to. */
    void pass(Plan plan) {
        plan.discards().forEach(this::pass);
    }

    /** What only the node has, and what the ledger says of that if a load ran. */
    DivergedWal of(Node node, Node primary, ClusterState state) {
        var session = context.session();
        var loss = session.repairs().onlyOn(node, primary, state);
        return loss.matters()
                ? session.load()
                        .atStake(node, primary)
                        .map(stake -> loss.with(stake.inWords()))
                        .orElse(loss)
                : loss;
    }

    /** What of this node has been discarded for this command, in words; empty if it was nothing. */
    String discarded(Node node) {
        return discarded.getOrDefault(node, "");
    }

    private void pass(Discard discard) {
        var session = context.session();
        var loss = of(discard.node(), discard.primary(), session.glance());
        if (!isAgreed(discard.node(), loss)) {
            context.output().note(inWords(discard.node(), loss));
            if (loss.matters()) {
                context.confirm("Discard that?", (remedy.isEmpty() ? discard.command() : remedy) + " --yes");
            }
            agree(discard.node(), loss);
        }
        if (loss.matters() && !context.isDryRun()) {
            discarded.put(discard.node(), loss.inWords());
            new EventLog(session.directory())
                    .command(context.clock().instant(), "discard what " + inWords(discard.node(), loss));
        }
    }

    /** A false primary may write on between question and answer: that it is the same piece of history is what counts. */
    private boolean isAgreed(Node node, DivergedWal loss) {
        var before = agreed.get(node);
        return before != null
                && before.since().equals(loss.since())
                && before.transactions().isPresent() == loss.transactions().isPresent();
    }

    static String inWords(Node node, DivergedWal loss) {
        return "only " + node + " has: " + loss.inWords();
    }
}
