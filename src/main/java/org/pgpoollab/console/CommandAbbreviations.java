package org.pgpoollab.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.pgpoollab.catalog.Catalog;

/** Expands abbreviated command names at the prompt. Scripts and arguments must use full names. */
final class CommandAbbreviations {

    private static final String HELP = "?";

    private final Consumer<String> tell;

    /** @param tell receives the command for which an abbreviation was taken, or those that it could mean */
    CommandAbbreviations(Consumer<String> tell) {
        this.tell = tell;
    }

    static boolean isKnown(String word) {
        return word.equals(HELP);
    }

    /** Returns the line with the command's full name, or unchanged if the name is unknown. */
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

    /** Accepts {@code ?}, {@code ? stop} and {@code ?stop} for {@code help}. */
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
