package org.pgpoollab.screen.terminal;

import org.pgpoollab.screen.Frame;
import org.pgpoollab.screen.ScreenLayout;
import org.pgpoollab.screen.overlay.KeyBarLine;
import org.pgpoollab.screen.overlay.OverlayStyles;
import org.pgpoollab.screen.overlay.SearchLine;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.Picture;

/** The whole screen as one picture: the frame with the prompt in it, and what lies over both. */
final class ScreenRenderer {

    private ScreenRenderer() {}

    /** The pane of the prompt takes the size that the layout has for it. */
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

    /** @param prompt what its pane shows, of the size that the layout has for it */
    static Picture of(ScreenState screenState, ScreenLayout layout, Picture prompt) {
        var view = screenState.view();
        var columns = layout.columns();
        var styles = OverlayTheme.of(view.theme());
        var keys = KeyBarLine.picture(screenState.context(), columns, styles);
        var frame = Frame.of(view, layout, withSearch(prompt, screenState.search(), styles), keys);
        return screenState
                .overlay()
                .map(overlay -> Frame.over(frame, overlay.picture(columns, layout.rows(), styles)))
                .orElse(frame);
    }

    /** While a search is typed it stands in the last line of the prompt's pane. */
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
