package org.pgpoollab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pgpoollab.FileProblems;

/** Parses the lines of a question, and adds what is wrong with them to the problems of the file. */
final class QuestionParser {

    private static final Pattern ANSWER = Pattern.compile("\\s*[-*]\\s+\\[([ xX])]\\s+(.*)");
    private static final Pattern REPLY = Pattern.compile("\\s+>\\s*(.*)");
    private static final int MOST_ANSWERS = 9;

    private final FileProblems problems;
    private final List<String> asked = new ArrayList<>();
    private final List<Question.Answer> answers = new ArrayList<>();
    private final List<String> explanation = new ArrayList<>();

    private QuestionParser(FileProblems problems) {
        this.problems = problems;
    }

    /** @param line the line of the opening fence */
    static Question parse(List<String> lines, int line, FileProblems problems) {
        var parser = new QuestionParser(problems);
        for (int i = 0; i < lines.size(); i++) {
            parser.take(lines.get(i), line + 1 + i);
        }
        return parser.question(line);
    }

    private void take(String text, int line) {
        var answer = ANSWER.matcher(text);
        var reply = REPLY.matcher(text);
        if (answer.matches()) {
            answers.add(new Question.Answer(
                    answer.group(2).strip(), !answer.group(1).isBlank(), ""));
        } else if (reply.matches() && !answers.isEmpty()) {
            takeReply(reply.group(1).strip(), line);
        } else if (text.startsWith(">")) {
            explanation.add(text.substring(1).strip());
        } else if (answers.isEmpty()) {
            asked.add(text.strip());
        } else if (!text.isBlank()) {
            problems.add(
                    line,
                    "this line is no part of a question: " + text.strip(),
                    "after the first answer come only answers and the explanation",
                    "- [ ] ANSWER, an indented > REPLY below it, - [x] RIGHT ANSWER, or > EXPLANATION");
        }
    }

    /** Takes a line that is indented below an answer, as what is said to who chose it. */
    private void takeReply(String text, int line) {
        var last = answers.size() - 1;
        if (answers.get(last).isRight()) {
            problems.add(
                    line,
                    "the right answer has a reply",
                    "what is said after it is the explanation, which is not indented",
                    "> EXPLANATION");
        }
        answers.set(last, answers.get(last).withReply(text));
    }

    private Question question(int line) {
        var right = answers.stream().filter(Question.Answer::isRight).count();
        require(!String.join("", asked).isBlank(), line, "the question asks nothing", "the first line must ask");
        require(
                answers.size() >= 2,
                line,
                "the question has too few answers",
                "it has " + answers.size() + "; it needs two");
        require(
                answers.size() <= MOST_ANSWERS,
                line,
                "the question has too many answers",
                "it has " + answers.size() + "; " + MOST_ANSWERS + " at most");
        require(
                right == 1 || answers.size() < 2,
                line,
                right == 0 ? "the question has no right answer" : "the question has " + right + " right answers",
                "exactly one answer must be marked with [x]");
        return new Question(String.join(" ", asked).strip(), answers, String.join("\n", explanation));
    }

    private void require(boolean met, int line, String what, String why) {
        if (!met) {
            problems.add(line, what, why, "- [x] THE RIGHT ANSWER");
        }
    }
}
