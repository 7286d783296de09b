package org.pgpoollab.screen.terminal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.pgpoollab.console.PromptSession;
import org.pgpoollab.journal.EventJournal;
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

    /**
     * Creates the display.
     *
     * @param environment determines the theme; see the README
     */
    public PlainDisplay(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
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
