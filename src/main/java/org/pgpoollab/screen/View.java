package org.pgpoollab.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.ClusterHealth;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * All that the screen shows, apart from what is in the prompt. Immutable: each {@code with} gives another one.
 *
 * @param now the wall clock, in the zone of the user
 * @param message a word or two that stay in sight: {@code read-only}, {@code recording}; empty if there are none
 * @param promptBack how many lines the prompt's pane is scrolled back
 */
public record View(
        Lab lab, Sight sight, ZonedDateTime now, Past past, Focus focus, String message, int promptBack, Theme theme) {

    private static final Duration LOAD_REMEMBERED = Duration.ofMinutes(2);

    /** A lab that is not running, nothing selected, nothing past. */
    public static View of(Lab lab, Instant now, ZoneId zone, Theme theme) {
        return new View(lab, Sight.NOT_RUNNING, now.atZone(zone), Past.NOTHING, Focus.START, "", 0, theme);
    }

    /** Whether the lab runs is not known yet. */
    public View looking() {
        return new View(lab, Sight.LOOKING, now, past, focus, message, promptBack, theme);
    }

    /** The next snapshot, seen at {@code moment}: what changed since the one before is marked from then on. */
    public View seeing(ClusterState state, Instant moment) {
        return new View(
                state.lab(),
                Sight.of(state),
                moment.atZone(now.getZone()),
                past.next(state, moment),
                focus,
                message,
                promptBack,
                theme);
    }

    /** The lab is gone, or is another one. Its events stay. */
    public View notRunning(Lab which) {
        var forgotten = Past.NOTHING.withEvents(past.events());
        return new View(which, Sight.NOT_RUNNING, now, forgotten, focus, message, promptBack, theme);
    }

    public View at(Instant moment) {
        return new View(lab, sight, moment.atZone(now.getZone()), past, focus, message, promptBack, theme);
    }

    /** @param all the oldest first */
    public View withEvents(List<Event> all) {
        return new View(lab, sight, now, past.withEvents(all), focus, message, promptBack, theme);
    }

    /** How the lab's load goes, or went when it ended. */
    public View feeling(LoadStatus pulse) {
        return new View(lab, sight, now, past.with(pulse), focus, message, promptBack, theme);
    }

    public View with(Focus other) {
        return new View(lab, sight, now, past, other, message, promptBack, theme);
    }

    public View with(Theme other) {
        return new View(lab, sight, now, past, focus, message, promptBack, other);
    }

    public View withMessage(String text) {
        return new View(lab, sight, now, past, focus, text, promptBack, theme);
    }

    public View withPromptBack(int lines) {
        return new View(lab, sight, now, past, focus, message, lines, theme);
    }

    Instant moment() {
        return now.toInstant();
    }

    public Optional<ClusterState> state() {
        return sight.state();
    }

    /** Of a load that runs, or ended a short while ago. */
    Optional<LoadStatus> pulse() {
        return past.pulse().stream()
                .filter(felt -> Duration.between(felt.at(), moment()).compareTo(LOAD_REMEMBERED) < 0)
                .findFirst();
    }

    /** Whether there is a lab, as far as is known. */
    boolean isRunning() {
        return !sight.equals(Sight.NOT_RUNNING);
    }

    /** The snapshot; where no lab runs, one of which nothing is known. */
    ClusterState shownState() {
        return state().orElseGet(() -> Sight.nothingKnown(lab, moment()));
    }

    Optional<ClusterHealth> health() {
        return sight instanceof Sight.Running running ? Optional.of(running.health()) : Optional.empty();
    }

    boolean isSelected(Node node) {
        return focus.selected().contains(node);
    }
}
