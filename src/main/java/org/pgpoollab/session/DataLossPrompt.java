package org.pgpoollab.session;

import java.util.HashMap;
import java.util.Map;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.journal.EventLog;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Plan.Discard;
import org.pgpoollab.repair.DivergedWalSummary;
import org.pgpoollab.topology.Node;

/**
 * Asks before any plan discards data. It shows what only the node has, and asks if that is more than WAL without transactions. Within
 * one command it does not ask again for the same loss. It records what is discarded as an event of the lab.
 */
public final class DataLossPrompt {

    private final CommandContext context;
    private final Map<Node, DivergedWalSummary> agreed = new HashMap<>();
    private final Map<Node, String> discarded = new HashMap<>();
    private String remedy = "";

    DataLossPrompt(CommandContext context) {
        this.context = context;
    }

    /** @param command the command that is suggested if there is no interactive input, instead of the plan's own */
    public void isOf(String command) {
        remedy = command;
    }

    /** Notes that the user was shown this loss and agreed to it elsewhere. */
    public void agree(Node node, DivergedWalSummary loss) {
        agreed.put(node, loss);
    }

    /** Returns if the user agreed to everything that the plan discards; otherwise it asks. */
    void pass(Plan plan) {
        plan.discards().forEach(this::pass);
    }

    /** Counts what only the node has, and adds what the load's ledger says about that if a load ran. */
    public DivergedWalSummary of(Node node, Node primary, ClusterState state) {
        var session = context.session();
        var loss = session.repairs().onlyOn(node, primary, state);
        return loss.matters()
                ? session.load()
                        .atStake(node, primary)
                        .map(stake -> loss.with(stake.inWords()))
                        .orElse(loss)
                : loss;
    }

    /** Describes what of this node has been discarded for this command; empty if nothing was. */
    public String discarded(Node node) {
        return discarded.getOrDefault(node, "");
    }

    private void pass(Discard discard) {
        var session = context.session();
        var loss = of(discard.node(), discard.primary(), session.glance());
        if (!isAgreed(discard.node(), loss)) {
            ask("Discard that?", discard, loss);
        }
        discard.agreed()
                .isOf(
                        agreed.get(discard.node()),
                        more -> ask("Discard that, too?", discard, more),
                        lost -> noteDiscarded(discard.node(), lost));
    }

    private void ask(String question, Discard discard, DivergedWalSummary loss) {
        context.output().note(inWords(discard.node(), loss));
        if (loss.matters()) {
            loss.byKind().forEach(line -> context.output().note("  " + line));
            context.confirm(question, (remedy.isEmpty() ? discard.command() : remedy) + " --yes");
        }
        agree(discard.node(), loss);
    }

    private void noteDiscarded(Node node, DivergedWalSummary loss) {
        if (loss.matters()) {
            discarded.put(node, loss.inWords());
            new EventLog(context.session().directory())
                    .command(context.clock().instant(), "discard what " + inWords(node, loss));
        }
    }

    /**
     * Whether the user agreed to this loss. A false primary may write on after the question, so only the point of divergence is
     * compared, and whether the transactions could be counted.
     */
    private boolean isAgreed(Node node, DivergedWalSummary loss) {
        var before = agreed.get(node);
        return before != null && before.since().equals(loss.since()) && before.isCounted() == loss.isCounted();
    }

    public static String inWords(Node node, DivergedWalSummary loss) {
        return "only " + node + " has: " + loss.inWords();
    }
}
