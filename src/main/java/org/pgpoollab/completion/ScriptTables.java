package org.pgpoollab.completion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The functions of a completion script that say what may stand where. They know all places of all commands by name; the rest of the
 * script is the same whatever the commands are.
 */
record ScriptTables(Dialect shell, List<OfferedCommand> commands, List<OfferedOption> commonOptions) {

    private static final List<String> REFUSES = List.of("return 1");

    ScriptTables {
        commands = List.copyOf(commands);
        commonOptions = List.copyOf(commonOptions);
    }

    List<String> functions() {
        return Stream.of(names(), options(), values(), passesWordsOn(), first(), next(), offers())
                .flatMap(List::stream)
                .toList();
    }

    private List<String> names() {
        var summaries = new LinkedHashMap<String, String>();
        commands.stream()
                .filter(command -> !command.name().isEmpty())
                .forEach(command -> summaries.put(command.name(), command.summary()));
        return shell.function("Offers the commands.", "commands", shell.offer(summaries));
    }

    private List<String> options() {
        var arms = new Arms();
        for (var command : commands) {
            var listed = summaries(command.options());
            if (!listed.isEmpty()) {
                arms.add(shell.pattern(command.name()), shell.offer(listed));
            }
        }
        var body = Stream.concat(
                shell.choice(shell.argument(1), arms.list()).stream(), shell.offer(summaries(commonOptions)).stream());
        return shell.function("Offers the options of the command $1.", "options", body.toList());
    }

    private static Map<String, String> summaries(List<OfferedOption> options) {
        var summaries = new LinkedHashMap<String, String>();
        options.stream()
                .filter(OfferedOption::isListed)
                .forEach(option -> summaries.put(option.name(), option.summary()));
        return summaries;
    }

    private List<String> values() {
        var common = new Arms();
        commonOptions.forEach(option -> addValue(common, option, ""));
        var own = new Arms();
        for (var command : commands) {
            command.options().forEach(option -> addValue(own, option, command.name() + "/"));
        }
        own.add(shell.beginning(""), REFUSES);
        common.add(shell.beginning(""), shell.choice(shell.bothArguments(), own.list()));
        return shell.function(
                "Sets value to the place of the value of the option $2 of the command $1; fails if it takes none.",
                "option",
                shell.choice(shell.argument(2), common.list()));
    }

    /** @param command what stands before the option's name in the choice */
    private void addValue(Arms arms, OfferedOption option, String command) {
        if (option.takesValue()) {
            var place = option.values().isEmpty() ? Place.NOWHERE : command + option.name();
            option.names().forEach(name -> arms.add(shell.pattern(command + name), shell.assign("value", place)));
        }
    }

    private List<String> passesWordsOn() {
        var arms = new Arms();
        commands.stream()
                .filter(OfferedCommand::passesWordsOn)
                .forEach(command -> arms.add(shell.pattern(command.name()), List.of("return 0")));
        arms.add(shell.beginning(""), REFUSES);
        return shell.function(
                "Whether all words after the first belong to another program.",
                "passes_words_on",
                shell.choice(shell.argument(1), arms.list()));
    }

    /** Commands that take the same words share their places, which have the name of the first. */
    private List<String> first() {
        var arms = new Arms();
        for (var command : commands) {
            if (!command.places().isEmpty()) {
                arms.add(shell.pattern(command.name()), goTo(sharedPlaces().get(command.places())));
            }
        }
        arms.add(shell.beginning(""), goTo(Place.NOWHERE));
        return shell.function(
                "Sets place to the one after the name of the command $1; commands that take the same words share it.",
                "first",
                shell.choice(shell.argument(1), arms.list()));
    }

    private Map<List<Place>, String> sharedPlaces() {
        var commandsByPlaces = new LinkedHashMap<List<Place>, String>();
        commands.forEach(command -> commandsByPlaces.putIfAbsent(command.places(), command.name()));
        return commandsByPlaces;
    }

    private List<String> offers() {
        var arms = new Arms();
        sharedPlaces()
                .forEach((places, command) ->
                        places.forEach(place -> addOffers(arms, key(command, place.name()), place.offers())));
        commands.forEach(command -> command.options()
                .forEach(option -> addOffers(arms, command.name() + "/" + option.name(), option.values())));
        commonOptions.forEach(option -> addOffers(arms, option.name(), option.values()));
        return shell.function(
                "Offers what may stand at the place $1.", "offers", shell.choice(shell.argument(1), arms.list()));
    }

    private void addOffers(Arms arms, String place, List<Offer> offers) {
        var words = new LinkedHashMap<String, String>();
        var names = new ArrayList<NameKind>();
        for (var offer : offers) {
            if (offer instanceof FixedWord word) {
                words.put(word.text(), "");
            } else if (offer instanceof NameKind kind) {
                names.add(kind);
            }
        }
        var body = Stream.concat(
                        words.isEmpty() ? Stream.empty() : shell.offer(words).stream(),
                        names.isEmpty() ? Stream.empty() : shell.offerNames(names).stream())
                .toList();
        if (!body.isEmpty()) {
            arms.add(shell.pattern(place), body);
        }
    }

    private List<String> next() {
        var special = new Arms();
        var others = new Arms();
        sharedPlaces().forEach((places, command) -> places.forEach(place -> addNext(special, others, command, place)));
        others.add(shell.beginning(""), goTo(Place.NOWHERE));
        return shell.function(
                "Sets place to the one after the word $2 at the place $1.",
                "next",
                shell.choice(shell.bothArguments(), special.before(others)));
    }

    private void addNext(Arms special, Arms others, String command, Place place) {
        var before = key(command, place.name()) + "/";
        place.offers().stream()
                .filter(place.after()::containsKey)
                .forEach(offer -> special.add(shell.pattern(before, offer), goTo(command, place.next(offer))));
        if (!place.afterOthers().equals(Place.NOWHERE)) {
            others.add(shell.beginning(before), goTo(command, place.afterOthers()));
        }
    }

    private List<String> goTo(String command, String place) {
        return switch (place) {
            case Place.SAME -> List.of();
            case Place.NOWHERE -> goTo(place);
            default -> goTo(key(command, place));
        };
    }

    private List<String> goTo(String key) {
        return shell.assign("place", key);
    }

    private static String key(String command, String place) {
        return (command + " " + place).strip();
    }
}
