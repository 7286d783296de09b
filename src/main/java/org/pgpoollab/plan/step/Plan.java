package org.pgpoollab.plan.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.pgpoollab.topology.Node;

/**
 * A list of steps in the order of their execution. An empty plan says that there is nothing to do.
 *
 * @param undo steps that run when a step fails or the plan is interrupted, so that no partial change stays
 * @param advice what the user should know afterwards: what will be seen, and what to type next; may be empty
 * @param discards the data that is lost; the plan must not run before the user has seen this and agreed
 */
public record Plan(String title, List<Step> steps, List<Step> undo, String advice, List<Discard> discards) {

    /**
     * The loss of everything that only this node has.
     *
     * @param primary of which the node becomes a standby
     * @param command that does it, without {@code --yes}
     * @param agreed where to write down the loss to which the user agreed
     */
    public record Discard(Node node, Node primary, String command, AgreedLoss agreed) {}

    public Plan {
        Objects.requireNonNull(title);
        Objects.requireNonNull(advice);
        steps = List.copyOf(steps);
        undo = List.copyOf(undo);
        discards = List.copyOf(discards);
    }

    public Plan(String title, List<Step> steps, List<Step> undo, String advice) {
        this(title, steps, undo, advice, List.of());
    }

    public static Plan of(String title, List<? extends Step> steps) {
        return new Plan(title, List.copyOf(steps), List.of(), "");
    }

    public static Plan of(String title, Step... steps) {
        return of(title, Arrays.asList(steps));
    }

    /** Returns this plan with more steps at its end. */
    public Plan andThen(Step... more) {
        var all = new ArrayList<>(steps);
        all.addAll(Arrays.asList(more));
        return new Plan(title, all, undo, advice, discards);
    }

    /** Returns this plan with other steps. */
    public Plan with(List<Step> others) {
        return new Plan(title, others, undo, advice, discards);
    }

    public Plan undoneBy(Step... steps) {
        return new Plan(title, this.steps, List.of(steps), advice, discards);
    }

    public Plan advising(String text) {
        return new Plan(title, steps, undo, text, discards);
    }

    public Plan discarding(Node node, Node primary, String command, AgreedLoss agreed) {
        return new Plan(title, steps, undo, advice, List.of(new Discard(node, primary, command, agreed)));
    }
}
