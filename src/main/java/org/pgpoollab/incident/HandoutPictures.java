package org.pgpoollab.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.pgpoollab.drill.HtmlPage;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

/**
 * The part of a handout with pictures of the screen: at commands, and when a node, a role, the quorum or the VIP changed.
 *
 * @param picture draws the screen at a moment, as SVG
 * @param masked removes the secrets from a text
 */
public record HandoutPictures(
        Playback span, ZoneId zone, Function<Instant, String> picture, UnaryOperator<String> masked) {

    /** The most pictures: a page with more is too large for a mail. */
    private static final int MOST = 40;

    /** Events that are told within this time share a picture, that of the last of them. */
    private static final Duration ONE_PICTURE = Duration.ofSeconds(2);

    private static final Set<Event.Kind> KEY_KINDS = Set.of(
            Event.Kind.COMMAND,
            Event.Kind.NODE,
            Event.Kind.ROLE,
            Event.Kind.WATCHDOG,
            Event.Kind.QUORUM,
            Event.Kind.VIP,
            Event.Kind.LAB);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    /** Returns pictures of what was kept of a lab. */
    public static HandoutPictures of(
            Playback span, ZoneId zone, Function<Instant, String> picture, Lab lab, LabDirectory directory) {
        return new HandoutPictures(span, zone, picture, SecretMask.of(lab, directory)::maskedCommand);
    }

    /** Returns the parts for a time of which no snapshot was kept. */
    public static List<String> none() {
        return List.of(HtmlPage.dim("No snapshot was kept of this time: they are while the full screen or events -f"
                + " watches the lab."));
    }

    public List<String> parts() {
        var screens = new ScreenPictures(span, picture);
        var groups = screens.groups(event -> KEY_KINDS.contains(event.kind()), ONE_PICTURE);
        var parts = new ArrayList<String>();
        if (groups.size() > MOST) {
            parts.add(HtmlPage.dim("There were " + groups.size() + " such moments; " + MOST
                    + " of them are shown, spread over the time. A shorter span, with --from and --to, shows more."));
        }
        for (var group : spread(groups)) {
            var last = group.get(group.size() - 1);
            parts.add(HtmlPage.heading(3, TIME.format(last.atZone(zone))));
            group.forEach(stop -> span.eventsAt(stop).forEach(event -> parts.add(HtmlPage.paragraph(line(event)))));
            parts.add(screens.image(last, TIME.format(last.atZone(zone))));
        }
        return parts.isEmpty() ? List.of(HtmlPage.dim("Nothing happened.")) : parts;
    }

    private static <T> List<T> spread(List<T> all) {
        var count = Math.min(MOST, all.size());
        return IntStream.range(0, count)
                .mapToObj(index -> all.get(index * all.size() / count))
                .toList();
    }

    private String line(Event event) {
        return TIME.format(event.at().atZone(zone)) + "  " + masked.apply(event.text());
    }
}
