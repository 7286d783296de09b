package org.pgpoollab.lesson;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A question with several answers, of which one is right.
 *
 * @param explanation Markdown that is shown after the right answer; may be empty
 */
public record Question(String text, List<Answer> answers, String explanation) {

    private static final String GENERAL_REPLY =
            "Look again at the grid, at what the commands of this task have printed, and at `events`.";

    /**
     * One of the answers to choose from.
     *
     * @param reply Markdown that is shown to who chose it although it is wrong: what speaks against it; may be empty
     */
    public record Answer(String text, boolean isRight, String reply) {

        Answer withReply(String line) {
            return new Answer(text, isRight, reply.isEmpty() ? line : reply + "\n" + line);
        }
    }

    public Question {
        answers = List.copyOf(answers);
    }

    /** @param number as the student types it, from 1 */
    public boolean isRight(int number) {
        return answers.get(number - 1).isRight();
    }

    /** Returns what speaks against a wrong answer, as Markdown. */
    public String reply(int number) {
        var own = answers.get(number - 1).reply();
        return own.isEmpty() ? GENERAL_REPLY : own;
    }

    /** Returns the number of the right answer, from 1. */
    public int rightAnswer() {
        return IntStream.rangeClosed(1, answers.size())
                .filter(this::isRight)
                .findFirst()
                .orElseThrow();
    }
}
