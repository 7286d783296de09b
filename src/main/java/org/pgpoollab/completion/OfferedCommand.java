package org.pgpoollab.completion;

import java.util.List;
import java.util.function.Predicate;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.catalog.Syntax;
import org.pgpoollab.syntax.ProgramOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command as shells complete it.
 *
 * @param name empty for the program itself, before a command is typed
 * @param options those that not all commands have
 * @param places all places of its line, if it takes words
 * @param passesWordsOn whether all words after the first belong to another program
 */
record OfferedCommand(
        String name, String summary, List<OfferedOption> options, List<Place> places, boolean passesWordsOn) {

    OfferedCommand {
        options = List.copyOf(options);
        places = List.copyOf(places);
    }

    /** Returns all commands in the order of the catalogue. */
    static List<OfferedCommand> all() {
        return Catalog.entries().stream().map(OfferedCommand::of).toList();
    }

    private static OfferedCommand of(Catalog.Entry entry) {
        var specification = Syntax.of(entry).specification();
        var common = programSpecification();
        var own = specification.options().stream()
                .filter(option -> common.findOption(option.longestName()) == null)
                .map(option -> OfferedOption.of(option, !option.hidden()))
                .toList();
        return new OfferedCommand(
                entry.name(),
                Summary.of(entry.summary()),
                own,
                PlaceExplorer.places(specification),
                entry.takesWordsAsTheyStand());
    }

    /** Returns the program itself, with the options that are typed instead of a command. */
    static OfferedCommand program() {
        return new OfferedCommand("", "", programOptions(OptionSpec::hidden), List.of(), false);
    }

    /** Returns the options that the program and all commands have. */
    static List<OfferedOption> commonOptions() {
        return programOptions(option -> !option.hidden());
    }

    private static List<OfferedOption> programOptions(Predicate<OptionSpec> which) {
        return programSpecification().options().stream()
                .filter(which)
                .map(option -> OfferedOption.of(option, true))
                .toList();
    }

    private static CommandSpec programSpecification() {
        return CommandSpec.forAnnotatedObject(new ProgramOptions());
    }
}
