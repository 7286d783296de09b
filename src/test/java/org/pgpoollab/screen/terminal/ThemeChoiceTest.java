package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgpoollab.screen.StyleRole;
import org.pgpoollab.screen.Theme;

class ThemeChoiceTest {

    @ParameterizedTest
    @CsvSource({"15;0, false", "0;15, true", "0;default;15, true", "0;7, true", "7;8, false", "'', false", ";, false"})
    void theBackgroundOfTheTerminalDecides(String colours, boolean light) {
        assertLooksLike(
                light ? Theme.richLight() : Theme.richDark(),
                ThemeChoice.of(ColourDepth.MANY, true, Map.of("COLORFGBG", colours)));
    }

    @Test
    void theWordOfTheUserIsStronger() {
        assertLooksLike(
                Theme.richDark(),
                ThemeChoice.of(ColourDepth.TRUE, true, Map.of("COLORFGBG", "0;15", "PGPOOL_LAB_THEME", "dark")));
        assertLooksLike(Theme.richLight(), ThemeChoice.of(ColourDepth.TRUE, true, Map.of("PGPOOL_LAB_THEME", "Light")));
    }

    @Test
    void fewColoursHaveAThemeOfTheirOwn() {
        assertLooksLike(Theme.dark(), ThemeChoice.of(ColourDepth.EIGHT, true, Map.of()));
        assertLooksLike(Theme.light(), ThemeChoice.of(ColourDepth.SIXTEEN, true, Map.of("PGPOOL_LAB_THEME", "light")));
    }

    @Test
    void withoutColoursThereAreOnlyMarks() {
        assertLooksLike(Theme.monochrome(), ThemeChoice.of(ColourDepth.NONE, true, Map.of("COLORFGBG", "0;15")));
    }

    @Test
    void aTerminalThatShowsOnlyAsciiGetsOnlyThat() {
        assertFalse(ThemeChoice.of(ColourDepth.MANY, false, Map.of()).isUnicode());
    }

    private static void assertLooksLike(Theme expected, Theme actual) {
        for (var meaning : StyleRole.values()) {
            assertEquals(expected.style(meaning), actual.style(meaning), meaning::name);
        }
    }
}
