package org.pgpoollab.screen;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Where no lab runs: what {@code up} would make. */
final class WelcomePane implements Pane {

    @Override
    public String title(View view) {
        return "What up does";
    }

    @Override
    public String note(View view, int rows) {
        return "";
    }

    @Override
    public int leastRows() {
        return 1;
    }

    @Override
    public int mostRows(View view) {
        return sentences(view.lab()).size();
    }

    @Override
    public Optional<Node> nodeAt(View view, int row, int rows) {
        return Optional.empty();
    }

    @Override
    public void paint(View view, Canvas canvas) {
        var theme = view.theme();
        var line = 0;
        for (var sentence : sentences(view.lab())) {
            var dress = theme.dress(line == 0 ? Meaning.TEXT : Meaning.DIM);
            canvas.write(1, line++, Clip.to(sentence, canvas.columns() - 2, theme), dress);
        }
    }

    private static List<String> sentences(Lab lab) {
        return List.of(
                "up builds " + lab.postgresCount() + " PostgreSQL and " + lab.pgpoolCount() + " Pgpool-II, real ones, "
                        + duration(lab.engine()),
                needs(lab.engine()) + " down leaves nothing behind.");
    }

    private static String duration(EngineKind engine) {
        return switch (engine) {
            case NATIVE -> "in about 10 seconds, from any directory.";
            case COMPOSE -> "in about a minute, from any directory.";
        };
    }

    private static String needs(EngineKind engine) {
        return switch (engine) {
            case NATIVE -> "It needs no root and no Docker.";
            case COMPOSE -> "It needs Docker.";
        };
    }
}
