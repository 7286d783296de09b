package org.pgpoollab.screen;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** The pane that explains what {@code up} does, shown while no lab is running. */
final class WelcomePane implements GridPane {

    private static final int FEW_NODES = 8;

    @Override
    public String title(ScreenView view) {
        return "What up does";
    }

    @Override
    public String note(ScreenView view, int rows) {
        return "";
    }

    @Override
    public int leastRows() {
        return 1;
    }

    @Override
    public int mostRows(ScreenView view) {
        return sentences(view.lab()).size();
    }

    @Override
    public Optional<Node> nodeAt(ScreenView view, int row, int rows) {
        return Optional.empty();
    }

    @Override
    public void paint(ScreenView view, Canvas canvas) {
        var theme = view.theme();
        var line = 0;
        for (var sentence : sentences(view.lab())) {
            var style = theme.style(line == 0 ? StyleRole.TEXT : StyleRole.DIM);
            canvas.write(1, line++, TextFit.to(sentence, canvas.columns() - 2, theme), style);
        }
    }

    private static List<String> sentences(Lab lab) {
        return List.of(
                "up starts " + lab.postgresCount() + " PostgreSQL and " + lab.pgpoolCount() + " Pgpool-II nodes in "
                        + duration(lab) + ", all real.",
                means(lab.engine()) + ", no files in this directory; down removes all of it.");
    }

    private static String means(EngineKind engine) {
        return switch (engine) {
            case NATIVE -> "No root, no Docker";
            case COMPOSE -> "In containers of Docker";
        };
    }

    private static String duration(Lab lab) {
        return lab.nodes().size() > FEW_NODES ? "less than a minute" : "about 10 seconds";
    }
}
