package org.pgpoollab.plan.step;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pgpoollab.repair.DivergedWalSummary;

/**
 * The loss to which the user agreed before a plan runs. The planner creates it, the prompt fills it, and a step of the plan compares it with
 * the loss just before the data is discarded. It is empty if nothing asked. One thread uses it.
 */
public final class AgreedLoss {

    private Optional<DivergedWalSummary> shown = Optional.empty();
    private Consumer<DivergedWalSummary> askAgain = loss -> {};
    private Consumer<DivergedWalSummary> discarded = loss -> {};

    /**
     * @param askAgain asks whether a larger loss is agreed to, and throws if it is not
     * @param discarded called just before the data is discarded, with what is lost
     */
    public void isOf(
            DivergedWalSummary loss, Consumer<DivergedWalSummary> askAgain, Consumer<DivergedWalSummary> discarded) {
        this.shown = Optional.of(loss);
        this.askAgain = askAgain;
        this.discarded = discarded;
    }

    /**
     * Asks again if the node has written rows since its loss was shown.
     *
     * @param now counts the loss; the node must be stopped, so that it writes no more
     * @param grown called before it asks
     */
    public void confirm(Supplier<DivergedWalSummary> now, Runnable grown) {
        shown.filter(DivergedWalSummary::isCounted).ifPresent(before -> {
            var loss = now.get();
            if (loss.isMoreThan(before)) {
                grown.run();
                askAgain.accept(loss);
                shown = Optional.of(loss);
            }
        });
        shown.ifPresent(discarded);
    }
}
