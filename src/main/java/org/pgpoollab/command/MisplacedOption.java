package org.pgpoollab.command;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.ShellQuoting;

/**
 * Finds an option of this program among words that a command passes to another program, where it would have no effect here and be an error
 * there.
 *
 * @param before the words before which the option has to stand
 * @param words those that are passed on
 */
record MisplacedOption(String command, String before, List<String> words) {

    private static final List<String> WITH_VALUE = List.of("--lab", "--file", "--engine", "--output");

    /** @throws LabException as a usage error if one of the words is such an option */
    void refuse() {
        words.stream().filter(MisplacedOption::is).findFirst().ifPresent(option -> {
            throw LabException.usage(
                    "%s has its place before %s".formatted(option.split("=", 2)[0], before),
                    "all words after that belong to the program that " + command + " runs",
                    inOrder(words.indexOf(option)));
        });
    }

    /** Returns whether the word is an option of this program that takes a value. */
    static boolean is(String word) {
        return WITH_VALUE.contains(word.split("=", 2)[0]);
    }

    /** Returns the command with the option in its place. */
    private String inOrder(int place) {
        var end = Math.min(words.size(), place + (words.get(place).contains("=") ? 1 : 2));
        var others = Stream.concat(words.subList(0, place).stream(), words.subList(end, words.size()).stream());
        return Stream.of(Stream.of(command), words.subList(place, end).stream(), Stream.of(before), others)
                .flatMap(part -> part)
                .map(ShellQuoting::quote)
                .reduce((line, word) -> line + " " + word)
                .orElseThrow();
    }
}
