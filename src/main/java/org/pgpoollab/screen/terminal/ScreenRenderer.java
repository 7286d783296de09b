package org.pgpoollab.screen.terminal;

import java.util.Set;
import org.pgpoollab.screen.Focus;
import org.pgpoollab.screen.Frame;
import org.pgpoollab.screen.ScreenLayout;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.keys.KeyAction;
import org.pgpoollab.screen.overlay.KeyBarLine;
import org.pgpoollab.screen.overlay.OverlayStyles;
import org.pgpoollab.screen.overlay.SearchLine;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.Picture;

/** Draws the whole screen as one picture: the frame with the prompt, and the overlay on top. */
final class ScreenRenderer {

    private ScreenRenderer() {}

    /** Resizes the prompt's pane to its area in the layout, and draws the screen. */
    static Picture of(ScreenState screenState, PromptPane pane, int columns, int rows) {
        var view = screenState.view();
        var layout = ScreenLayout.of(view, columns, rows);
        var area = layout.promptArea();
        if (!area.isEmpty()) {
            pane.resize(area.columns(), area.rows());
        }
        return of(
                screenState,
                layout,
                pane.picture(view.promptBack(), screenState.search().text()));
    }

    /**
     * Draws the screen with a picture of the prompt.
     *
     * @param prompt the pane's content, in the size of its area in the layout
     */
    static Picture of(ScreenState screenState, ScreenLayout layout, Picture prompt) {
        var view = screenState.view();
        var columns = layout.columns();
        var styles = OverlayTheme.of(view.theme());
        var keys = KeyBarLine.picture(screenState.context(), idle(view), columns, styles);
        var isPlayback = view.focus().mode() == Focus.Mode.PLAYBACK;
        var shown = isPlayback ? prompt : withSearch(prompt, screenState.search(), styles);
        var frame = Frame.of(view, layout, shown, keys);
        return screenState
                .overlay()
                .map(overlay -> Frame.over(frame, overlay.picture(columns, layout.rows(), styles)))
                .orElse(frame);
    }

    /** Returns the actions that would do nothing now. */
    private static Set<KeyAction> idle(ScreenView view) {
        return view.lesson().played().isEmpty() ? Set.of(KeyAction.LESSON) : Set.of();
    }

    /** Shows a search that is being typed in the last line of the prompt's pane. */
    private static Picture withSearch(Picture prompt, ScreenState.Search search, OverlayStyles styles) {
        if (!search.typing() || prompt.rows() == 0) {
            return prompt;
        }
        var line = SearchLine.typing(search.text()).picture(prompt.columns(), styles);
        var canvas = new Canvas(prompt.columns(), prompt.rows());
        canvas.paste(0, 0, prompt);
        canvas.paste(0, prompt.rows() - 1, line);
        return canvas.picture(line.cursor().map(place -> new Picture.Place(place.column(), prompt.rows() - 1)));
    }
}
