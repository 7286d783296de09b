package org.pgpoollab.completion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Finds all places of a command's line by typing: at each place every word that is offered, and one that is not. Places that go on alike
 * are one.
 */
final class PlaceExplorer {

    /** A word that is offered nowhere. */
    private static final String OTHER = "WORD";

    private static final int MOST_WORDS = 20;

    private final CommandSpec command;
    private final List<Place> places = new ArrayList<>();

    private PlaceExplorer(CommandSpec command) {
        this.command = command;
    }

    /** Returns the places, the first one being that after the command's name; empty if the command takes no words. */
    static List<Place> places(CommandSpec command) {
        var explorer = new PlaceExplorer(command);
        var first = explorer.explore(List.of());
        return PlaceNames.give(explorer.places, first);
    }

    /**
     * Finds the place after these words, and those behind it.
     *
     * @return its name for the time being, a number
     */
    private String explore(List<String> typed) {
        if (typed.size() > MOST_WORDS) {
            throw new IllegalStateException("the words of " + command.name() + " do not end: " + typed);
        }
        var offers = offers(typed);
        var afterOthers = after(offers, typed, OTHER);
        var after = new HashMap<Offer, String>();
        offers.forEach(offer -> after.put(offer, after(offers, typed, ArgumentOffers.sample(offer))));
        after.values().removeIf(afterOthers::equals);
        if (offers.isEmpty() && isEnd(afterOthers)) {
            return Place.NOWHERE;
        }
        return known(new Place(String.valueOf(places.size()), offers, after, afterOthers));
    }

    private String after(List<Offer> offers, List<String> typed, String word) {
        var next = Stream.concat(typed.stream(), Stream.of(word)).toList();
        if (parameters(next.size()).isEmpty()) {
            return Place.NOWHERE;
        }
        var goesOn = parameters(typed.size()).equals(parameters(next.size()));
        return goesOn && offers(next).equals(offers) ? Place.SAME : explore(next);
    }

    private static boolean isEnd(String place) {
        return place.equals(Place.NOWHERE) || place.equals(Place.SAME);
    }

    private String known(Place place) {
        for (var other : places) {
            if (other.isLike(place)) {
                return other.name();
            }
        }
        places.add(place);
        return place.name();
    }

    private List<Offer> offers(List<String> typed) {
        return parameters(typed.size()).stream()
                .flatMap(parameter -> ArgumentOffers.of(parameter, typed).stream())
                .distinct()
                .toList();
    }

    private List<PositionalParamSpec> parameters(int place) {
        return command.positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(place))
                .toList();
    }
}
