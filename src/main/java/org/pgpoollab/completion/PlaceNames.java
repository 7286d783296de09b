package org.pgpoollab.completion;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names places by the fewest words that lead there. */
final class PlaceNames {

    /** Stands for a word that is not offered, and for all words if none leads elsewhere than the others. */
    private static final String OTHER = "WORD";

    private final Map<String, Place> places;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final ArrayDeque<String> unvisited = new ArrayDeque<>();

    private PlaceNames(List<Place> places) {
        this.places = places.stream().collect(Collectors.toMap(Place::name, place -> place));
        names.put(Place.NOWHERE, Place.NOWHERE);
        names.put(Place.SAME, Place.SAME);
    }

    /**
     * Returns the places with their names, those with few words first.
     *
     * @param first the place after the command's name
     */
    static List<Place> give(List<Place> places, String first) {
        var given = new PlaceNames(places);
        given.give(first, "");
        while (!given.unvisited.isEmpty()) {
            given.visit(given.places.get(given.unvisited.remove()));
        }
        return given.renamed();
    }

    private void visit(Place place) {
        if (!place.after().isEmpty()) {
            place.offers().forEach(offer -> give(place.next(offer), names.get(place.name()) + " " + offer.label()));
        }
        give(place.afterOthers(), names.get(place.name()) + " " + OTHER);
    }

    private void give(String place, String name) {
        if (names.putIfAbsent(place, name.strip()) == null) {
            unvisited.add(place);
        }
    }

    private List<Place> renamed() {
        return names.keySet().stream()
                .filter(places::containsKey)
                .map(places::get)
                .map(place -> place.renamed(names))
                .toList();
    }
}
