package org.pgpoollab.screen;

import java.util.List;
import org.pgpoollab.topology.Lab;

/**
 * What a presenter has chosen for the audience.
 *
 * @param isCaptioned whether the last events are shown large
 * @param held the view whose grid is shown in place of the newest one; at most one
 */
public record Presentation(boolean isCaptioned, List<ScreenView> held) {

    public static final Presentation USUAL = new Presentation(false, List.of());

    public Presentation {
        held = List.copyOf(held);
    }

    public Presentation captioned(boolean large) {
        return new Presentation(large, held);
    }

    Presentation holding(ScreenView view) {
        return new Presentation(isCaptioned, List.of(view.with(USUAL)));
    }

    Presentation released() {
        return new Presentation(isCaptioned, List.of());
    }

    /** Returns the presentation for a snapshot of a lab: the grid of another lab is not held any longer. */
    Presentation of(Lab lab) {
        return held.stream().allMatch(view -> view.lab().equals(lab)) ? this : released();
    }

    boolean isHolding() {
        return !held.isEmpty();
    }
}
