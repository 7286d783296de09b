package org.pgpoollab.screen.terminal;

import java.util.Optional;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.keys.KeyContext;

/** All that is on the screen apart from the prompt's own text: the grid, what lies over it, and what is searched for. */
record Play(ScreenView view, Optional<Overlay> overlay, Search search) {

    /**
     * A search in the prompt's output.
     *
     * @param typing whether the text is still being typed
     * @param text empty if nothing is searched for
     */
    record Search(boolean typing, String text) {
        static final Search NONE = new Search(false, "");
    }

    static Play of(ScreenView view) {
        return new Play(view, Optional.empty(), Search.NONE);
    }

    Play with(ScreenView other) {
        return new Play(other, overlay, search);
    }

    Play with(Overlay other) {
        return new Play(view, Optional.of(other), search);
    }

    Play withoutOverlay() {
        return new Play(view, Optional.empty(), search);
    }

    Play with(Search other) {
        return new Play(view, overlay, other);
    }

    /** What a key means now. */
    KeyContext context() {
        if (search.typing()) {
            return KeyContext.SEARCH;
        }
        if (overlay.isPresent()) {
            return overlay.orElseThrow().context();
        }
        if (view.focus().eventsLarge()) {
            return KeyContext.OVERLAY;
        }
        if (view.promptBack() > 0) {
            return search.text().isEmpty() ? KeyContext.SCROLLED : KeyContext.FOUND;
        }
        return view.focus().selected().isEmpty() ? KeyContext.PROMPT : KeyContext.NODE;
    }
}
