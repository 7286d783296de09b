package org.pgpoollab.screen.terminal;

import com.googlecode.lanterna.TerminalSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import org.pgpoollab.screen.ScreenLayout;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.overlay.EventCauses;
import org.pgpoollab.screen.overlay.NodeDetails;
import org.pgpoollab.screen.overlay.NodeDetailsModel;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Node;

/** The actions that a live screen and a playback carry out alike. An overlay opens at once; a thread of its own adds what is read from files. */
abstract class TerminalActions implements ScreenActions {

    private final TerminalOwner terminalOwner;
    private final GridStore store;
    private final OverlaySource source;

    TerminalActions(TerminalOwner terminalOwner, GridStore store, OverlaySource source) {
        this.terminalOwner = terminalOwner;
        this.store = store;
        this.source = source;
    }

    @Override
    public final ScreenLayout layout(ScreenView view) {
        var size = size();
        return ScreenLayout.of(view, size.getColumns(), size.getRows());
    }

    @Override
    public final Overlay fitted(Overlay overlay) {
        var size = size();
        var styles = OverlayTheme.of(store.now().view().theme());
        return overlay instanceof Overlay.Reading reading
                ? reading.within(size.getColumns(), size.getRows(), styles)
                : overlay;
    }

    private TerminalSize size() {
        try {
            return terminalOwner.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final void repaint() {
        terminalOwner.repaint();
        store.change(state -> state);
    }

    @Override
    public void details(Node node) {
        if (store.now().view().state().isEmpty()) {
            return;
        }
        store.change(state -> opened(state, node, LabFeed.Particulars.NONE, 0));
        read("details", () -> complete(node));
    }

    private void complete(Node node) {
        var particulars = source.particulars(node);
        store.change(state -> state.overlay().orElse(null) instanceof Overlay.Details open
                        && open.about().equals(node)
                ? opened(state, node, particulars, open.offset())
                : state);
    }

    private static ScreenState opened(ScreenState screen, Node node, LabFeed.Particulars particulars, int offset) {
        return screen.view()
                .state()
                .map(state -> NodeDetailsModel.of(state, node, particulars.log(), particulars.differences()))
                .map(details -> screen.with(new Overlay.Details(NodeDetails.of(details), node, offset)))
                .orElse(screen);
    }

    @Override
    public void causes(Event event) {
        var zone = store.now().view().now().getZone();
        store.change(state -> state.with(new Overlay.Causes(EventCauses.reading(event), event, 0)));
        read("causes", () -> complete(event, zone));
    }

    private void complete(Event event, ZoneId zone) {
        var sheet = EventCauses.of(event, source.logLines(event), zone);
        store.change(state -> state.overlay().orElse(null) instanceof Overlay.Causes open
                        && open.about().equals(event)
                ? state.with(new Overlay.Causes(sheet, event, open.offset()))
                : state);
    }

    private void read(String threadName, Runnable reading) {
        var thread = new Thread(() -> failing(reading), threadName);
        thread.setDaemon(true);
        thread.start();
    }

    private void failing(Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException thrown) {
            fail(thrown);
        }
    }
}
