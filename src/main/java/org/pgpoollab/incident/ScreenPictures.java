package org.pgpoollab.incident;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.pgpoollab.drill.HtmlPage;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.timeline.Event;

/**
 * Pictures of the screen at the events of a playback.
 *
 * @param picture draws the screen at a moment, as SVG
 */
record ScreenPictures(Playback span, Function<Instant, String> picture) {

    /**
     * Returns the moments at which events were told, in groups that share a picture.
     *
     * @param which the events that count
     * @param together the longest time between the first and the last of a group
     */
    List<List<Instant>> groups(Predicate<Event> which, Duration together) {
        var groups = new ArrayList<List<Instant>>();
        for (var stop : span.eventStops()) {
            if (span.eventsAt(stop).stream().noneMatch(which)) {
                continue;
            }
            var last = groups.isEmpty() ? List.<Instant>of() : groups.get(groups.size() - 1);
            if (last.isEmpty() || Duration.between(last.get(0), stop).compareTo(together) > 0) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(stop);
        }
        return groups;
    }

    /** Returns the picture as an image of its own, so that its styles and those of the page do not mix. */
    String image(Instant at, String time) {
        var encoded = Base64.getEncoder().encodeToString(picture.apply(at).getBytes(StandardCharsets.UTF_8));
        return "<img alt=\"the screen at " + HtmlPage.text(time)
                + "\" style=\"width:100%\" src=\"data:image/svg+xml;base64," + encoded + "\">";
    }
}
