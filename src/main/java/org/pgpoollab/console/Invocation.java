package org.pgpoollab.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What was typed, parted at the command's name, which may stand after the program's options.
 *
 * @param options the words before it: the program's options and their values
 * @param command its name; empty if none was typed
 * @param words all that follows
 */
record Invocation(List<String> options, String command, List<String> words) {

    /** The program's options that are followed by a value. A test compares them with the options themselves. */
    static final Set<String> WITH_VALUE = Set.of("--lab", "--file", "--engine", "--output", "-c");

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

    /** Whether an empty word stands where the command should, as from a variable of a script that is not set. */
    boolean isEmptyWord() {
        return command.isEmpty() && !words.isEmpty();
    }

    /** The same in a program that was itself given {@code inherited} options; its own win. */
    Invocation under(List<String> inherited) {
        var all = new ArrayList<>(inherited);
        all.addAll(options);
        return new Invocation(all, command, words);
    }

    /** The words that the command gets: the options first, so that what follows the command wins. */
    List<String> arguments() {
        var all = new ArrayList<>(options);
        all.addAll(words);
        return all;
    }

    /** All words in the order in which they were typed. */
    List<String> everything() {
        var all = new ArrayList<>(options);
        all.add(command);
        all.addAll(words);
        return all;
    }

    /** The options without {@code -c} and its value: what each command of a script inherits. */
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

    /** Whether the last {@code --output} says JSON: needed before anything is checked, for problems are told in it. */
    boolean asksForJson() {
        return last("--output").equalsIgnoreCase("json");
    }

    /** The lab that was named; empty if none was. */
    String lab() {
        return last("--lab");
    }

    /** The last value of an option; empty without one. */
    private String last(String option) {
        var all = arguments();
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
