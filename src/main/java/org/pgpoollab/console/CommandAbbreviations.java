package org.pgpoollab.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.pgpoollab.command.Catalog;

/** What a person may type for a command at the prompt; scripts and arguments name commands in full. */
final class CommandAbbreviations {

    /** Empties what is shown; only a prompt can. */
    static final String CLEAR = "clear";

    private static final String HELP = "?";

    private final Consumer<String> tell;

    /** @param tell is told which command an abbreviation was taken for, or which it could be */
    CommandAbbreviations(Consumer<String> tell) {
        this.tell = tell;
    }

    static boolean isKnown(String word) {
        return Set.of(CLEAR, HELP).contains(word);
    }

    /** The same with the whole name of the command; unchanged if that is not known. */
    Invocation inFull(Invocation typed) {
        var word = typed.command();
        if (word.startsWith(HELP)) {
            return help(typed);
        }
        if (!typed.hasCommand()
                || isKnown(word)
                || Prompt.LEAVING.contains(word)
                || Catalog.known(word).isPresent()) {
            return typed;
        }
        var begun = Catalog.beginningWith(word);
        if (begun.size() == 1) {
            var name = begun.get(0).name();
            tell.accept("(" + word + " is " + name + ")");
            return named(typed, name);
        }
        if (!begun.isEmpty()) {
            tell.accept("(" + word + " can be "
                    + begun.stream().map(Catalog.Entry::name).collect(Collectors.joining(", ")) + ")");
        }
        return typed;
    }

    /** {@code ?}, {@code ? stop} and {@code ?stop}. */
    private static Invocation help(Invocation typed) {
        var words = new ArrayList<String>();
        var attached = typed.command().substring(HELP.length());
        if (!attached.isEmpty()) {
            words.add(attached);
        }
        words.addAll(typed.words());
        return new Invocation(typed.options(), "help", List.copyOf(words));
    }

    private static Invocation named(Invocation typed, String name) {
        return new Invocation(typed.options(), name, typed.words());
    }
}
