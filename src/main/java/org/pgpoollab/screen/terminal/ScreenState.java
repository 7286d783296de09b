package org.pgpoollab.screen.terminal;

import java.util.Optional;
import org.pgpoollab.screen.Focus;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.keys.KeyContext;

/** The state of the screen except the prompt's own text: the grid, the overlay and the search. It never changes. */
final class ScreenState {

    private final ScreenView view;
    private final Optional<Overlay> overlay;
    private final Search search;

    private ScreenState(ScreenView view, Optional<Overlay> overlay, Search search) {
        this.view = view;
        this.overlay = overlay;
        this.search = search;
    }

    /**
     * A search in the prompt's output.
     *
     * @param typing whether the text is still being typed
     * @param text the text to search for; empty if there is no search
     */
    record Search(boolean typing, String text) {
        static final Search NONE = new Search(false, "");
    }

    static ScreenState of(ScreenView view) {
        return new ScreenState(view, Optional.empty(), Search.NONE);
    }

    ScreenView view() {
        return view;
    }

    Optional<Overlay> overlay() {
        return overlay;
    }

    Search search() {
        return search;
    }

    ScreenState with(ScreenView other) {
        return new ScreenState(other, overlay, search);
    }

    ScreenState with(Overlay other) {
        return new ScreenState(view, Optional.of(other), search);
    }

    ScreenState withoutOverlay() {
        return new ScreenState(view, Optional.empty(), search);
    }

    ScreenState with(Search other) {
        return new ScreenState(view, overlay, other);
    }

    /** Returns the context that decides what a key means now. */
    KeyContext context() {
        var isPlayback = view.focus().mode() == Focus.Mode.PLAYBACK;
        if (search.typing()) {
            return isPlayback ? KeyContext.JUMP : KeyContext.SEARCH;
        }
        if (overlay.isPresent()) {
            return overlay.orElseThrow().context();
        }
        if (view.focus().eventsLarge()) {
            return KeyContext.EVENTS;
        }
        if (isPlayback) {
            return KeyContext.PLAYBACK;
        }
        if (view.promptBack() > 0) {
            return search.text().isEmpty() ? KeyContext.SCROLLED : KeyContext.FOUND;
        }
        return view.focus().selected().isEmpty() ? KeyContext.PROMPT : KeyContext.NODE;
    }
}
