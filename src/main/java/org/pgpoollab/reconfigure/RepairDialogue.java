package org.pgpoollab.reconfigure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.repair.Reconfiguration;
import org.pgpoollab.repair.Repair;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.DataLossPrompt;
import org.pgpoollab.topology.Node;

/** Asks the user about each repair, until the answer is "all"; with {@code --yes} it asks nothing. */
final class RepairDialogue {

    /** The answer to one proposed repair. */
    enum Answer {
        YES,
        SKIP,
        STOP
    }

    private final CommandContext context;
    private final String command;
    private boolean asksNoMore;

    /** @param primary the node that was chosen as the primary; empty if none was */
    RepairDialogue(CommandContext context, Optional<Node> primary) {
        this.command = "reconfigure" + primary.map(node -> " --primary " + node).orElse("");
        this.context = context;
        this.asksNoMore = context.saysYes();
    }

    void askNoMore() {
        asksNoMore = true;
    }

    boolean asksNoMore() {
        return asksNoMore;
    }

    /** Asks about one repair. If it discards data, it first shows what would be lost. */
    Answer ask(RepairProposal proposal, Repair repair) {
        if (asksNoMore) {
            return Answer.YES;
        }
        if (repair.discards()) {
            context.output()
                    .note(DataLossPrompt.inWords(
                            repair.node(), proposal.losses().apply(repair)));
        }
        return answer(proposal, repair);
    }

    private Answer answer(RepairProposal proposal, Repair repair) {
        while (true) {
            var answer = context.ask(repair.title() + "? [yes/no/skip/all/explain] ")
                    .orElseThrow(() -> LabException.usage(
                            "reconfigure needs a yes to each step",
                            "there is no interactive input",
                            command + " --yes"))
                    .transform(RepairDialogue::plain);
            switch (answer) {
                case "y", "yes" -> {
                    return Answer.YES;
                }
                case "a", "all" -> {
                    asksNoMore = true;
                    return Answer.YES;
                }
                case "s", "skip" -> {
                    return Answer.SKIP;
                }
                case "n", "no" -> {
                    return Answer.STOP;
                }
                case "e", "explain", "?" -> {
                    // The pane of the screen may be low, so the most important lines come last.
                    proposal.steps(repair).forEach(context.output()::line);
                    proposal.meaning(repair).forEach(context.output()::line);
                }
                default ->
                    context.output().note("  yes does it, skip goes on, all asks no more, no ends here; or: explain");
            }
        }
    }

    /**
     * Asks the user which node is the true primary.
     *
     * @throws LabException the refusal itself if there is no interactive input, or no node to choose
     */
    Node choose(Reconfiguration refused) {
        var problem = refused.refusal().orElseThrow();
        var refusal = new LabException(Exit.FAILED, List.of(problem));
        if (refused.choices().isEmpty() || asksNoMore || context.isDryRun()) {
            throw refusal;
        }
        context.output().problems(List.of(new Problem(problem.what(), problem.why(), "")));
        var words = refused.choices().stream().map(Node::name).toList();
        while (true) {
            var answer = context.ask("Which one is to be kept? [" + String.join("/", words) + "/none] ")
                    .map(RepairDialogue::plain)
                    .orElseThrow(() -> refusal);
            if (answer.matches("no|none|n")) {
                throw LabException.failed("nothing was done", "no node was chosen", problem.remedy());
            }
            var chosen = Optional.of(answer).filter(words::contains).flatMap(Node::parse);
            if (chosen.isPresent()) {
                return chosen.get();
            }
        }
    }

    private static String plain(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
