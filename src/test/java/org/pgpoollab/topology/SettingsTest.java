package org.pgpoollab.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void aNodesOwnBeatsThatOfAllWhereverItWasGiven() {
        var settings = new Settings(List.of(
                new Settings.Override("postgres", "pg-1", "jit", "on"),
                new Settings.Override("postgres", "all", "jit", "off")));

        assertEquals(Map.of("jit", "on"), settings.of("postgres", Node.postgres(1)));
        assertEquals(Map.of("jit", "off"), settings.of("postgres", Node.postgres(0)));
    }

    @Test
    void theLaterOfTwoWins() {
        var settings = new Settings(List.of(
                new Settings.Override("pgpool", "all", "max_pool", "1"),
                new Settings.Override("pgpool", "all", "max_pool", "4")));

        assertEquals(1, settings.overrides().size());
        assertEquals(4, settings.number("pgpool", Node.pgpool(0), "max_pool").orElseThrow());
    }

    @Test
    void equalWishesAreEqualSettings() {
        var one = new Settings.Override("repmgr", "all", "priority", "50");
        var other = new Settings.Override("postgres", "pg-0", "jit", "on");

        assertEquals(new Settings(List.of(one, other)), new Settings(List.of(other, one)));
    }
}
