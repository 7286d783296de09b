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
 * Everything that the screen shows except the content of the prompt. It is immutable: each {@code with} method returns a changed
 * copy.
 *
 * @param now the wall clock in the user's time zone
 * @param message a short text that stays visible, {@code read-only} or {@code recording}; empty if there is none
 * @param promptBack how many lines the prompt's pane is scrolled back
 * @param lesson what is shown of the lesson that is played
 * @param presentation what a presenter has chosen: captions, and a grid that is held
 */
public record ScreenView(
        Lab lab,
        LabView labView,
        ZonedDateTime now,
        SnapshotHistory past,
        Focus focus,
        String message,
        int promptBack,
        Theme theme,
        LessonPanel lesson,
        Presentation presentation) {

    private static final Duration LOAD_REMEMBERED = Duration.ofMinutes(2);

    /** Returns a view of a lab that is not running, with nothing selected and no history. */
    public static ScreenView of(Lab lab, Instant now, ZoneId zone, Theme theme) {
        return new ScreenView(
                lab,
                LabView.NOT_RUNNING,
                now.atZone(zone),
                SnapshotHistory.NOTHING,
                Focus.START,
                "",
                0,
                theme,
                LessonPanel.NONE,
                Presentation.USUAL);
    }

    /** Returns the same view while it is not known yet whether the lab is running. */
    public ScreenView looking() {
        return new ScreenView(lab, LabView.LOOKING, now, past, focus, message, promptBack, theme, lesson, presentation);
    }

    /** Adds the next snapshot, first shown at {@code moment}. What changed since the one before is marked from then on. */
    public ScreenView seeing(ClusterState state, Instant moment) {
        return new ScreenView(
                state.lab(),
                LabView.of(state),
                moment.atZone(now.getZone()),
                past.next(state, moment),
                focus,
                message,
                promptBack,
                theme,
                lesson,
                presentation.of(state.lab()));
    }

    /** Remembers a snapshot that was first shown at {@code moment} and is no longer shown: what changed with it stays marked. */
    ScreenView remembering(ClusterState state, Instant moment) {
        return new ScreenView(
                lab, labView, now, past.next(state, moment), focus, message, promptBack, theme, lesson, presentation);
    }

    /** Returns the view after the lab was stopped or replaced by another one. Its events stay. */
    public ScreenView notRunning(Lab which) {
        var forgotten = SnapshotHistory.NOTHING.withEvents(past.events());
        return new ScreenView(
                which,
                LabView.NOT_RUNNING,
                now,
                forgotten,
                focus,
                message,
                promptBack,
                theme,
                lesson,
                presentation.released());
    }

    public ScreenView at(Instant moment) {
        return new ScreenView(
                lab,
                labView,
                moment.atZone(now.getZone()),
                past,
                focus,
                message,
                promptBack,
                theme,
                lesson,
                presentation);
    }

    /**
     * Replaces the events.
     *
     * @param all the events, oldest first
     */
    public ScreenView withEvents(List<Event> all) {
        return new ScreenView(
                lab, labView, now, past.withEvents(all), focus, message, promptBack, theme, lesson, presentation);
    }

    /** Sets the status of the lab's load, which is running or has ended. */
    public ScreenView feeling(LoadStatus loadStatus) {
        return new ScreenView(
                lab, labView, now, past.with(loadStatus), focus, message, promptBack, theme, lesson, presentation);
    }

    public ScreenView with(Focus other) {
        return new ScreenView(lab, labView, now, past, other, message, promptBack, theme, lesson, presentation);
    }

    public ScreenView with(Theme other) {
        return new ScreenView(lab, labView, now, past, focus, message, promptBack, other, lesson, presentation);
    }

    public ScreenView with(LessonPanel other) {
        return new ScreenView(lab, labView, now, past, focus, message, promptBack, theme, other, presentation);
    }

    public ScreenView with(Presentation other) {
        return new ScreenView(lab, labView, now, past, focus, message, promptBack, theme, lesson, other);
    }

    /** Holds the grid as it is now, or shows the newest one again. Without a snapshot there is nothing to hold. */
    public ScreenView toggledHold() {
        if (presentation.isHolding()) {
            return with(presentation.released());
        }
        return state().isPresent() ? with(presentation.holding(this)) : this;
    }

    /** Returns the view whose grid is shown: the one that is held, or this one. */
    ScreenView grid() {
        return presentation.held().stream()
                .findFirst()
                .map(held -> held.with(focus).with(theme))
                .orElse(this);
    }

    public ScreenView withMessage(String text) {
        return new ScreenView(lab, labView, now, past, focus, text, promptBack, theme, lesson, presentation);
    }

    public ScreenView withPromptBack(int lines) {
        return new ScreenView(lab, labView, now, past, focus, message, lines, theme, lesson, presentation);
    }

    Instant moment() {
        return now.toInstant();
    }

    public Optional<ClusterState> state() {
        return labView.state();
    }

    /** Returns the status of a load that is running or ended less than two minutes ago. */
    Optional<LoadStatus> loadStatus() {
        return past.loadStatus().stream()
                .filter(felt -> Duration.between(felt.at(), moment()).compareTo(LOAD_REMEMBERED) < 0)
                .findFirst();
    }

    /** Tells whether the lab is running, or may be. */
    boolean isRunning() {
        return !labView.equals(LabView.NOT_RUNNING);
    }

    boolean isPlayback() {
        return focus.mode() == Focus.Mode.PLAYBACK;
    }

    /** Returns the snapshot, or one with unknown facts only if there is none. */
    ClusterState shownState() {
        return state().orElseGet(() -> ClusterState.nothingKnown(lab, moment()));
    }

    Optional<ClusterHealth> health() {
        return labView instanceof LabView.Running running ? Optional.of(running.health()) : Optional.empty();
    }

    boolean isSelected(Node node) {
        return focus.selected().contains(node);
    }
}
