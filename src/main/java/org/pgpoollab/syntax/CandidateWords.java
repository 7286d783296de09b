package org.pgpoollab.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.pgpoollab.topology.Lab;
import picocli.CommandLine.Model.ArgSpec;

/** The words that are completed for an argument, at the prompt and in shells, as its definition says. */
public final class CandidateWords {

    private CandidateWords() {}

    /**
     * Returns the words that may stand for an argument; none if its definition names none.
     *
     * @param before the words of the command that are typed, without its name; none for the value of an option
     * @param lab looked up only if the words depend on it
     */
    public static List<String> of(ArgSpec argument, List<String> before, Supplier<Optional<Lab>> lab) {
        var candidates = argument.completionCandidates();
        if (candidates == null) {
            return List.of();
        }
        if (candidates instanceof FollowingWords following) {
            return following.after(before, lab.get());
        }
        return StreamSupport.stream(candidates.spliterator(), false)
                .map(word -> argument.type().isEnum() ? word.toLowerCase(Locale.ROOT) : word)
                .toList();
    }

    /** Returns whether a word that was typed is not offered again. */
    public static boolean areDistinct(ArgSpec argument) {
        return argument.completionCandidates() instanceof FollowingWords following && following.areDistinct();
    }
}
