package org.pgpoollab.timeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds in the events of a lab since when each silent node has not answered. */
public final class SilentSince {

    /** Commands after which a node does not answer, followed by the nodes. Stopping repmgrd alone does not silence a node. */
    private static final Pattern SILENCES =
            Pattern.compile("(?:kill|stop|pause) (?:(?:postgres|pgpool) on )?(pg(?:pool)?-\\d+.*)");

    /** A rejoin and a reclone name the primary, too: {@code rejoin pg-0 to pg-1}. */
    private static final Pattern WAKES =
            Pattern.compile("(?:start|restart|resume|rejoin|reclone) (pg(?:pool)?-\\d+.*?)(?: (?:to|from) pg-\\d+)?");

    private static final Pattern BETWEEN_NAMES = Pattern.compile(", | and ");

    private final Map<String, Instant> silent = new HashMap<>();

    private SilentSince() {}

    /**
     * Returns the start of the silence by node name; a node that answers has no entry.
     *
     * @param events the oldest first
     */
    public static Map<String, Instant> of(List<Event> events) {
        var found = new SilentSince();
        events.forEach(found::take);
        return Map.copyOf(found.silent);
    }

    private void take(Event event) {
        switch (event.kind()) {
            case COMMAND -> command(event);
            case NODE, ROLE -> seen(event);
            case LAB -> lab(event);
            case TIMELINE, REPLICATION, BELIEF, REPMGR, WATCHDOG, QUORUM, VIP -> {}
        }
    }

    private void seen(Event event) {
        for (var node : event.nodes()) {
            if (event.effect() != Event.Effect.TROUBLE) {
                silent.remove(node);
            } else if (event.kind() == Event.Kind.NODE && isAboutAllOfIt(event)) {
                silent.putIfAbsent(node, event.at());
            }
        }
    }

    /** Returns whether the whole server is concerned: a server that lost one of its processes soon answers again. */
    private static boolean isAboutAllOfIt(Event event) {
        return !event.text().startsWith("a server process of ");
    }

    private void lab(Event event) {
        if (event.effect() != Event.Effect.TROUBLE) {
            silent.clear();
        }
    }

    private void command(Event event) {
        var silences = SILENCES.matcher(event.text());
        var wakes = WAKES.matcher(event.text());
        if (silences.matches()) {
            names(silences.group(1)).forEach(node -> silent.putIfAbsent(node, event.at()));
        } else if (wakes.matches()) {
            names(wakes.group(1)).forEach(silent::remove);
        } else if (event.text().startsWith("bring up ")) {
            silent.clear();
        }
    }

    private static List<String> names(String list) {
        return List.of(BETWEEN_NAMES.split(list));
    }
}
