package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.console.ConsoleSetting;
import org.pgpoollab.console.LineEditorLog;
import org.pgpoollab.console.PromptSession;
import org.pgpoollab.journal.EventJournal;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.playback.RecordedLab;
import org.pgpoollab.screen.ScreenLayout;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.session.Display;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.syntax.ScreenSize;
import org.pgpoollab.timeline.Event;

/** The display without a full screen: prints lines one after another. A screenshot shows the screen that would open now. */
public final class PlainDisplay implements Display {

    private static final int EVENTS = 1000;

    private final Map<String, String> environment;
    private final Clock clock;
    private final PlaybackOpening opening;
    private final boolean isOnTerminal;

    /**
     * Creates the display of a process without a terminal.
     *
     * @param environment determines the theme; see the README
     */
    public PlainDisplay(Map<String, String> environment, Clock clock) {
        this(environment, clock, true, false);
    }

    /** Creates the display of a process. */
    public PlainDisplay(ConsoleSetting setting) {
        this(
                setting.environment(),
                setting.clock(),
                setting.showsSigns(),
                setting.inputIsTerminal() && setting.resultsAreTerminal());
    }

    private PlainDisplay(Map<String, String> environment, Clock clock, boolean isUnicode, boolean isOnTerminal) {
        this.environment = environment;
        this.clock = clock;
        this.opening = new PlaybackOpening(environment, isUnicode, clock, new JobControl());
        this.isOnTerminal = isOnTerminal;
    }

    @Override
    public boolean canReplay() {
        return isOnTerminal && LiveScreen.fits(environment);
    }

    /** Shows the playback on this process's terminal. */
    @Override
    public void replay(RecordedLab recorded, Playback playback) {
        LineEditorLog.keepQuiet();
        try (var tty = TerminalBuilder.builder().system(true).dumb(true).build()) {
            if (tty.getStringCapability(Capability.cursor_address) == null) {
                throw LabException.failed(
                        "This terminal has no full screen",
                        "TERM is " + tty.getType() + ", which cannot place its cursor",
                        "replay --plain");
            }
            opening.replay(tty, recorded, playback);
        } catch (IOException e) {
            throw LabException.failed("The terminal cannot be used", Reason.of(e), "replay --plain");
        } finally {
            TerminalSettings.restore(environment);
        }
    }

    @Override
    public String draw(Playback playback, Instant at, ScreenSize size) {
        return opening.draw(playback, at, size);
    }

    @Override
    public int lend(IntSupplier program) {
        return ForegroundProcessGroup.after(program);
    }

    @Override
    public void shoot(LabSession session, Path file, ScreenSize size) {
        var picture = picture(view(session), size);
        PictureFile.write(picture, session.lab(), ThemeChoice.colours(environment), file);
    }

    private ScreenView view(LabSession session) {
        var resting =
                ScreenView.of(session.lab(), clock.instant(), clock.getZone(), ThemeChoice.ofPicture(environment));
        if (!session.engine().isRunning()) {
            return resting;
        }
        var state = session.look();
        var seen = resting.seeing(state, clock.instant()).withEvents(events(session));
        return session.load().loadStatus().map(seen::feeling).orElse(seen);
    }

    private List<Event> events(LabSession session) {
        try (var keeper = EventJournal.open(session.directory(), session.lab(), clock)) {
            return keeper.tail(EVENTS);
        }
    }

    private static Picture picture(ScreenView view, ScreenSize size) {
        var layout = ScreenLayout.of(view, size.columns(), size.rows());
        var area = layout.promptArea();
        var prompt = new Canvas(area.columns(), area.rows());
        var end = prompt.write(0, 0, PromptSession.PROMPT, GlyphStyle.PLAIN);
        var cursor = Optional.of(new Picture.Place(end, 0)).filter(place -> end < area.columns());
        return ScreenRenderer.of(ScreenState.of(view), layout, prompt.picture(cursor));
    }
}
