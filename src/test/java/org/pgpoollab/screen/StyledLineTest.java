package org.pgpoollab.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.screen.StyleRole.CODE;
import static org.pgpoollab.screen.StyleRole.KEY;
import static org.pgpoollab.screen.StyleRole.TEXT;
import static org.pgpoollab.screen.StyleRole.TITLE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.lesson.LessonLines;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.screen.StyledLine.Part;
import org.pgpoollab.screen.picture.Canvas;

class StyledLineTest {

    private static List<StyledLine> parsed(String markdown, int columns, StyleRole usual) {
        return StyledLine.parse(new LessonLines(columns, TerminalLook.COLOUR).markdown(markdown), usual);
    }

    @Test
    void codeAndStrongTextHaveStylesOfTheirOwn() {
        assertEquals(
                List.of(new StyledLine(List.of(
                        new Part("Type ", TEXT),
                        new Part("stop pg-2", CODE),
                        new Part(", ", TEXT),
                        new Part("now", KEY),
                        new Part(".", TEXT)))),
                parsed("Type `stop pg-2`, **now**.", 40, TEXT));
    }

    @Test
    void codeGoesOnInTheNextLine() {
        assertEquals(
                List.of(
                        new StyledLine(List.of(new Part("Wait: ", TEXT), new Part("wait pg-2", CODE))),
                        new StyledLine(List.of(new Part("is down", CODE), new Part(" and look", TEXT)))),
                parsed("Wait: `wait pg-2 is down` and look", 16, TEXT));
    }

    @Test
    void strongTextInATitleIsTheTitle() {
        assertEquals(
                List.of(new StyledLine(List.of(new Part("a ", TITLE), new Part("b", TITLE)))),
                parsed("a **b**", 40, TITLE));
    }

    @Test
    void aLineIsCutAtTheEndOfThePane() {
        var canvas = new Canvas(12, 1);

        parsed("Type `stop pg-2 now`", 40, TEXT).get(0).paint(canvas, 1, 0, Theme.dark());

        assertEquals(" Type stop…", canvas.picture().line(0));
    }
}
