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
public record ScreenView(
        Lab lab,
        LabView labView,
        ZonedDateTime now,
        SnapshotHistory past,
        Focus focus,
        String message,
        int promptBack,
        Theme theme) {

    private static final Duration LOAD_REMEMBERED = Duration.ofMinutes(2);

    /** A lab that is not running, nothing selected, nothing past. */
    public static ScreenView of(Lab lab, Instant now, ZoneId zone, Theme theme) {
        return new ScreenView(
                lab, LabView.NOT_RUNNING, now.atZone(zone), SnapshotHistory.NOTHING, Focus.START, "", 0, theme);
    }

    /** Whether the lab runs is not known yet. */
    public ScreenView looking() {
        return new ScreenView(lab, LabView.LOOKING, now, past, focus, message, promptBack, theme);
    }

    /** The next snapshot, seen at {@code moment}: what changed since the one before is marked from then on. */
    public ScreenView seeing(ClusterState state, Instant moment) {
        return new ScreenView(
                state.lab(),
                LabView.of(state),
                moment.atZone(now.getZone()),
                past.next(state, moment),
                focus,
                message,
                promptBack,
                theme);
    }

    /** The lab is gone, or is another one. Its events stay. */
    public ScreenView notRunning(Lab which) {
        var forgotten = SnapshotHistory.NOTHING.withEvents(past.events());
        return new ScreenView(which, LabView.NOT_RUNNING, now, forgotten, focus, message, promptBack, theme);
    }

    public ScreenView at(Instant moment) {
        return new ScreenView(lab, labView, moment.atZone(now.getZone()), past, focus, message, promptBack, theme);
    }

    /** @param all the oldest first */
    public ScreenView withEvents(List<Event> all) {
        return new ScreenView(lab, labView, now, past.withEvents(all), focus, message, promptBack, theme);
    }

    /** How the lab's load goes, or went when it ended. */
    public ScreenView feeling(LoadStatus loadStatus) {
        return new ScreenView(lab, labView, now, past.with(loadStatus), focus, message, promptBack, theme);
    }

    public ScreenView with(Focus other) {
        return new ScreenView(lab, labView, now, past, other, message, promptBack, theme);
    }

    public ScreenView with(Theme other) {
        return new ScreenView(lab, labView, now, past, focus, message, promptBack, other);
    }

    public ScreenView withMessage(String text) {
        return new ScreenView(lab, labView, now, past, focus, text, promptBack, theme);
    }

    public ScreenView withPromptBack(int lines) {
        return new ScreenView(lab, labView, now, past, focus, message, lines, theme);
    }

    Instant moment() {
        return now.toInstant();
    }

    public Optional<ClusterState> state() {
        return labView.state();
    }

    /** Of a load that runs, or ended a short while ago. */
    Optional<LoadStatus> loadStatus() {
        return past.loadStatus().stream()
                .filter(felt -> Duration.between(felt.at(), moment()).compareTo(LOAD_REMEMBERED) < 0)
                .findFirst();
    }

    /** Whether there is a lab, as far as is known. */
    boolean isRunning() {
        return !labView.equals(LabView.NOT_RUNNING);
    }

    /** The snapshot; where no lab runs, one of which nothing is known. */
    ClusterState shownState() {
        return state().orElseGet(() -> LabView.nothingKnown(lab, moment()));
    }

    Optional<ClusterHealth> health() {
        return labView instanceof LabView.Running running ? Optional.of(running.health()) : Optional.empty();
    }

    boolean isSelected(Node node) {
        return focus.selected().contains(node);
    }
}
