package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

    private final List<String> shown = new ArrayList<>();
    private final Announcements announcements = new Announcements(shown::add);

    @Test
    void aLineIsShownAtOnceWhileTheUserTypes() {
        announcements.tell("a");

        assertEquals(List.of("a"), shown);
    }

    @Test
    void linesWaitWhileACommandRunsAndKeepTheirOrder() {
        announcements.hold();
        announcements.tell("a");
        announcements.tell("b");
        assertEquals(List.of(), shown);

        announcements.release();
        announcements.tell("c");

        assertEquals(List.of("a", "b", "c"), shown);
    }
}
