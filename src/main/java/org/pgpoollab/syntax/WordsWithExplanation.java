package org.pgpoollab.syntax;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.explain.ExplainedWords;
import org.pgpoollab.explain.Explanations;
import org.pgpoollab.topology.Lab;

/** Completes the words that have an explanation, those of several words one after another. */
public final class WordsWithExplanation implements FollowingWords {

    @Override
    public List<String> after(List<String> before, Optional<Lab> lab) {
        return new ExplainedWords(Explanations.catalogue()).next(before);
    }
}
