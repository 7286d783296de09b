package org.pgpoollab.screen.terminal;

import static org.pgpoollab.Golden.assertSameFile;
import static org.pgpoollab.cluster.Given.NOW;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pgpoollab.lesson.LessonLibrary;
import org.pgpoollab.screen.Scenes;
import org.pgpoollab.screen.ScreenLayout;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.screen.Theme;
import org.pgpoollab.screen.keys.KeyContext;
import org.pgpoollab.screen.overlay.HelpOverlay;
import org.pgpoollab.screen.overlay.NodeMenu;
import org.pgpoollab.screen.picture.SvgColours;
import org.pgpoollab.screen.picture.SvgWriter;
import org.pgpoollab.timeline.Event.Effect;
import org.pgpoollab.timeline.Event.Kind;
import org.pgpoollab.topology.Node;

/**
 * Compares the pictures in docs/pictures with those that this code draws of labs in given states, with the real prompt.
 * {@code -Dgolden=write} rewrites them.
 */
@Timeout(60)
class DocsPicturesTest {

    @Test
    void healthy() {
        var view = rich(Scenes.reading()).at(NOW.plusSeconds(3));

        draw("healthy", ScreenState.of(view), 120, 36, "nodes");
    }

    @Test
    void aStandbyWasPromoted() {
        draw("promoted", ScreenState.of(rich(Scenes.all().get("promoted"))), 120, 36, "watchdog_info");
    }

    @Test
    void twoPrimaries() {
        var events = List.of(
                Scenes.event(9310, Kind.COMMAND, Effect.CHANGE, "exec pg-1 -- pg_ctl promote -D /run/lab/data"),
                Scenes.event(9080, Kind.ROLE, Effect.TROUBLE, "pg-1 was promoted while pg-0 is primary"),
                Scenes.event(9080, Kind.TIMELINE, Effect.CHANGE, "pg-1 writes on timeline 2"));
        var view = rich(Scenes.all().get("two-primaries")).withEvents(events);

        draw("two-primaries", ScreenState.of(view), 120, 36, "status");
    }

    @Test
    void theMenuOfANode() {
        var view = rich(Scenes.all().get("healthy"));
        var node = Node.postgres(1);
        var menu = NodeMenu.of(view.state().orElseThrow(), node, false);
        var choice = new Overlay.Choice(menu, menu.firstPossible());

        draw("menu", ScreenState.of(view.with(view.focus().on(node))).with(choice), 120, 36, "watchdog_info");
    }

    @Test
    void aLoadThatHadAnOutage() {
        draw("under-load", ScreenState.of(rich(Scenes.all().get("under-load"))), 120, 36, "nodes");
    }

    @Test
    void aLessonBesideTheGrid() {
        var view = rich(Scenes.all().get("standby-lost"));
        var task = Scenes.task(LessonLibrary.find("standby-loss").text(), 1);
        var playing = view.with(view.lesson().showing(Optional.of(task)));

        draw("lesson", ScreenState.of(playing), 120, 36, "expect pool_nodes pg-2 is down");
    }

    @Test
    void captionsForARoom() {
        var view = rich(Scenes.all().get("promoted"));
        var captioned = view.with(view.presentation().captioned(true));

        draw("caption", ScreenState.of(captioned), 120, 36, "nodes");
    }

    @Test
    void help() {
        var reading = new Overlay.Help(HelpOverlay.of(KeyContext.PROMPT), 0);

        draw("help", ScreenState.of(rich(Scenes.all().get("healthy"))).with(reading), 120, 36, "nodes");
    }

    @Test
    void aSmallLightTerminal() {
        var view = Scenes.all().get("standby-lost").with(Theme.richLight());

        draw("small", ScreenState.of(view), 80, 24, SvgColours.LIGHT, "expect pool_nodes pg-2 is down");
    }

    private static ScreenView rich(ScreenView view) {
        return view.with(Theme.richDark());
    }

    private static void draw(String name, ScreenState screenState, int columns, int rows, String typed) {
        draw(name, screenState, columns, rows, SvgColours.DARK, typed);
    }

    private static void draw(
            String name, ScreenState screenState, int columns, int rows, SvgColours colours, String typed) {
        var layout = ScreenLayout.of(screenState.view(), columns, rows);
        var state = screenState.view().state().orElseThrow();
        var prompt = TypedPrompt.after(state, layout.promptArea(), List.of(typed));

        var picture = ScreenRenderer.of(screenState, layout, prompt);

        var title = "pgpool-lab: " + name.replace('-', ' ');
        assertSameFile(Path.of("docs/pictures", name + ".svg"), SvgWriter.write(picture, colours, title));
    }
}
