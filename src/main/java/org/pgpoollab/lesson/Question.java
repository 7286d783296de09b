package org.pgpoollab.lesson;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A question with several answers, of which one is right.
 *
 * @param explanation Markdown that is shown after the right answer; may be empty
 */
public record Question(String text, List<Answer> answers, String explanation) {

    /** One of the answers to choose from. */
    public record Answer(String text, boolean isRight) {}

    public Question {
        answers = List.copyOf(answers);
    }

    /** @param number as the student types it, from 1 */
    public boolean isRight(int number) {
        return answers.get(number - 1).isRight();
    }

    /** Returns the number of the right answer, from 1. */
    public int rightAnswer() {
        return IntStream.rangeClosed(1, answers.size())
                .filter(this::isRight)
                .findFirst()
                .orElseThrow();
    }
}
