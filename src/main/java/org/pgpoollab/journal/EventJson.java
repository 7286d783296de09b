package org.pgpoollab.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.report.Json;
import org.pgpoollab.timeline.Event;

/** Converts events to and from one line of JSON, for the event log and the output of {@code events --output json}. */
public final class EventJson {

    /** An event from later than this is damaged: calculating with its time could overflow. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private EventJson() {}

    public static String line(Event event) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("at", event.at().toString());
        tree.put("kind", word(event.kind()));
        tree.put("effect", word(event.effect()));
        tree.put("nodes", event.nodes());
        tree.put("text", event.text());
        tree.put("source", word(event.source()));
        return Json.line(tree);
    }

    /** Parses a line; empty if the line is incomplete or damaged, or a later version wrote it with an unknown kind of event. */
    public static Optional<Event> read(String line) {
        return Json.object(line).flatMap(EventJson::event);
    }

    private static Optional<Event> event(Map<String, Object> tree) {
        try {
            return Optional.of(new Event(
                            Instant.parse(text(tree, "at")),
                            constant(Event.Kind.class, tree, "kind"),
                            constant(Event.Effect.class, tree, "effect"),
                            nodes(tree),
                            text(tree, "text"),
                            constant(Event.Source.class, tree, "source")))
                    .filter(event ->
                            event.at().isAfter(Instant.EPOCH) && event.at().isBefore(LATEST));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> nodes(Map<String, Object> tree) {
        return tree.get("nodes") instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private static String text(Map<String, Object> tree, String name) {
        return String.valueOf(tree.getOrDefault(name, ""));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Map<String, Object> tree, String name) {
        return Enum.valueOf(type, text(tree, name).toUpperCase(Locale.ROOT));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
