package org.pgpoollab.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.engine.ShellQuoting;

/**
 * The words of a line or of the arguments, split at the command's name, which may follow the program's options.
 *
 * @param options the words before the name: the program's options and their values
 * @param command the command's name; empty if none was typed
 * @param words all words after the name
 */
record Invocation(List<String> options, String command, List<String> words) {

    /** The program's options that take a value. A test compares them with the options' definitions. */
    static final Set<String> WITH_VALUE = Set.of("--lab", "--file", "--engine", "--output", "-c");

    /** Returns the command and its words as one line that a shell reads as the same words. */
    String line() {
        return Stream.concat(Stream.of(command), words.stream().map(ShellQuoting::quote))
                .collect(Collectors.joining(" "));
    }

    static Invocation of(List<String> typed) {
        int i = 0;
        while (i < typed.size() && typed.get(i).startsWith("-")) {
            i += WITH_VALUE.contains(typed.get(i)) ? 2 : 1;
        }
        var end = Math.min(i, typed.size());
        if (end == typed.size()) {
            return new Invocation(List.copyOf(typed), "", List.of());
        }
        if (typed.get(end).isEmpty()) {
            return new Invocation(
                    List.copyOf(typed.subList(0, end)), "", List.copyOf(typed.subList(end, typed.size())));
        }
        return new Invocation(
                List.copyOf(typed.subList(0, end)), typed.get(end), List.copyOf(typed.subList(end + 1, typed.size())));
    }

    boolean hasCommand() {
        return !command.isEmpty();
    }

    /** Whether an empty word stands in the command's place, for example from an unset variable of a script. */
    boolean isEmptyWord() {
        return command.isEmpty() && !words.isEmpty();
    }

    /** Adds options that the program itself was given; this line's own options override them. */
    Invocation under(List<String> inherited) {
        var all = new ArrayList<>(inherited);
        all.addAll(options);
        return new Invocation(all, command, words);
    }

    /** Returns the words to parse: the program's options come first, so that options after the command's name override them. */
    List<String> arguments() {
        var all = new ArrayList<>(options);
        all.addAll(words);
        return all;
    }

    /** Returns the {@link #arguments} without those that the command passes to another program. */
    private List<String> ownArguments() {
        if (!Catalog.known(command).filter(Catalog.Entry::takesWordsAsTheyStand).isPresent()) {
            return arguments();
        }
        var all = new ArrayList<>(options);
        all.addAll(of(words).options());
        return all;
    }

    /** Returns all words in the order in which they were typed. */
    List<String> everything() {
        var all = new ArrayList<>(options);
        all.add(command);
        all.addAll(words);
        return all;
    }

    /** Returns the options without {@code -c} and its value, as each command of a script inherits them. */
    List<String> inheritable() {
        var inherited = new ArrayList<String>();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).equals("-c")) {
                i++;
                continue;
            }
            inherited.add(options.get(i));
        }
        return inherited;
    }

    /** Whether the last {@code --output} is JSON. This is needed before parsing, because parse errors are reported in that format. */
    boolean asksForJson() {
        return last("--output").equalsIgnoreCase("json");
    }

    /** The name after {@code --lab}; empty if none was given. */
    String lab() {
        return last("--lab");
    }

    /** The last value of an option; empty if the option is missing. */
    private String last(String option) {
        var all = ownArguments();
        var value = "";
        for (int i = 0; i < all.size(); i++) {
            var word = all.get(i);
            if (word.equals("--")) {
                break;
            }
            if (word.startsWith(option + "=")) {
                value = word.substring(option.length() + 1);
            }
            if (word.equals(option) && i + 1 < all.size()) {
                value = all.get(i + 1);
            }
        }
        return value;
    }
}
