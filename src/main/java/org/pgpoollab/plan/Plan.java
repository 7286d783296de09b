package org.pgpoollab.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.pgpoollab.topology.Node;

/**
 * Steps in the order in which they are done. An empty plan says that there is nothing to do.
 *
 * @param undo what is done when a step fails or the plan is interrupted, so that nothing half-made stays
 * @param advice what to know when it is done: what will now be seen, and what to type next; may be empty
 * @param discards what of the data is lost by it: nobody may do the plan before that was shown and agreed to
 */
public record Plan(String title, List<Step> steps, List<Step> undo, String advice, List<Discard> discards) {

    /**
     * All that only this node has is lost.
     *
     * @param primary to which it comes back
     * @param command that does it, without {@code --yes}
     */
    public record Discard(Node node, Node primary, String command) {}

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

    public Plan undoneBy(Step... steps) {
        return new Plan(title, this.steps, List.of(steps), advice, discards);
    }

    public Plan advising(String text) {
        return new Plan(title, steps, undo, text, discards);
    }

    Plan discarding(Node node, Node primary, String command) {
        return new Plan(title, steps, undo, advice, List.of(new Discard(node, primary, command)));
    }
}
