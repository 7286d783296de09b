package org.pgpoollab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.pgpoollab.FileProblems;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import org.pgpoollab.Problem;
import org.pgpoollab.condition.ConditionParser;
import org.pgpoollab.topology.Lab;

/** Puts a section together from its parts, and adds what is wrong with them to the problems of the file. */
final class LessonSectionBuilder {

    private static final List<String> LISTINGS = List.of("lab", "text", "sql", "sh", "conf");
    private static final List<String> KINDS =
            List.of("prepare", "goals", "hint", "solution", "question", "lab", "text", "sql", "sh", "conf");
    private static final String PROMPT = "lab> ";

    /** A command that waits for a condition or checks it. */
    private static final Pattern CONDITION = Pattern.compile("(?:wait|expect)\\s+([^-].*)");

    private static final int MOST_LINES = 200;

    private final String title;
    private final int line;
    private final Lab lab;
    private final CommandCheck commands;
    private final FileProblems problems;
    private String instruction = "";
    private final List<LessonText> text = new ArrayList<>();
    private final List<LessonText> explanation = new ArrayList<>();
    private final List<LessonCommand> prepare = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();
    private final List<LessonCommand> solution = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private boolean hasSolution;
    private int firstQuestion;

    /** Whether it is meant as a task, even if its goals have mistakes. */
    private boolean isTask;

    LessonSectionBuilder(String title, int line, Lab lab, CommandCheck commands, FileProblems problems) {
        this.title = title;
        this.line = line;
        this.lab = lab;
        this.commands = commands;
        this.problems = problems;
    }

    void take(LessonFileText.Prose prose) {
        var markdown = String.join("\n", prose.lines());
        checkCode(markdown, prose.line());
        var parts = LessonInstruction.cut(markdown);
        takeInstruction(parts.instruction(), prose.line());
        if (!parts.others().isEmpty()) {
            (hasSolution ? explanation : text).add(new LessonText.Prose(parts.others()));
        }
    }

    private void takeInstruction(String found, int at) {
        if (found.isEmpty()) {
            return;
        }
        if (!instruction.isEmpty() || hasSolution) {
            problems.add(
                    at,
                    "the instruction stands in the wrong place",
                    "a task has one, and it stands before the solution",
                    LessonInstruction.MARK + " Stop pg-2: `stop pg-2`.");
        }
        if (found.length() > LessonInstruction.MOST_CHARACTERS) {
            problems.add(
                    at,
                    "the instruction is too long",
                    "it has " + found.length() + " characters; " + LessonInstruction.MOST_CHARACTERS + " at most",
                    "say the rest in the paragraphs above it");
        }
        instruction = found;
    }

    void take(LessonFileText.Fence fence) {
        if (!fence.isClosed()) {
            problems.add(fence.line(), "the block is not closed", "it has no line with ``` below it", "```");
        }
        if (fence.lines().size() > MOST_LINES) {
            problems.add(
                    fence.line(),
                    "the block is too long",
                    "it has " + fence.lines().size() + " lines; " + MOST_LINES + " at most",
                    "shorten it");
            return;
        }
        isTask |= List.of("goals", "question").contains(fence.kind());
        switch (fence.kind()) {
            case "prepare" -> eachCommand(fence, prepare::add);
            case "goals" -> eachGoal(fence);
            case "hint" -> takeHint(fence);
            case "solution" -> {
                hasSolution = true;
                refuseEarlyQuestion();
                eachCommand(fence, solution::add);
            }
            case "question" -> takeQuestion(fence);
            default -> takeListing(fence);
        }
    }

    /** Who reads the file does what is asked about before it is asked, as who plays it. */
    private void refuseEarlyQuestion() {
        if (!questions.isEmpty()) {
            problems.add(
                    firstQuestion,
                    "the question stands before the solution",
                    "it is asked when the goals are met, and stands where that is so",
                    "move it behind the block ```solution");
        }
    }

    private void takeQuestion(LessonFileText.Fence fence) {
        firstQuestion = questions.isEmpty() ? fence.line() : firstQuestion;
        questions.add(QuestionParser.parse(fence.lines(), fence.line(), problems));
    }

    private void takeHint(LessonFileText.Fence fence) {
        var markdown = String.join("\n", fence.lines()).strip();
        if (markdown.isEmpty()) {
            problems.add(fence.line(), "the hint is empty", "", "write a sentence");
            return;
        }
        checkCode(markdown, fence.line() + 1);
        hints.add(markdown);
    }

    private void takeListing(LessonFileText.Fence fence) {
        if (!LISTINGS.contains(fence.kind())) {
            problems.add(
                    fence.line(),
                    fence.kind().isEmpty() ? "the block has no kind" : fence.kind() + " is no kind of block",
                    Nearest.to(fence.kind(), KINDS)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("there are " + String.join(", ", KINDS)),
                    "```text shows any text as it stands");
            return;
        }
        if (fence.kind().equals("lab")) {
            eachCommand(fence, command -> {});
        }
        (hasSolution ? explanation : text).add(new LessonText.Listing(fence.kind(), fence.lines()));
    }

    private void eachGoal(LessonFileText.Fence fence) {
        for (int i = 0; i < fence.lines().size(); i++) {
            var typed = fence.lines().get(i);
            if (typed.isBlank() || typed.strip().startsWith("#")) {
                continue;
            }
            try {
                goals.add(GoalParser.parse(typed, lab));
            } catch (LabException invalid) {
                problems.add(fence.line() + 1 + i, invalid.problems().get(0));
            }
        }
    }

    private void eachCommand(LessonFileText.Fence fence, Consumer<LessonCommand> taker) {
        var reason = new ArrayList<String>();
        for (int i = 0; i < fence.lines().size(); i++) {
            var typed = fence.lines().get(i).strip();
            if (typed.startsWith("#")) {
                reason.add(typed.substring(1).strip());
            } else if (!typed.isEmpty()) {
                var text = typed.startsWith(PROMPT)
                        ? typed.substring(PROMPT.length()).strip()
                        : typed;
                var at = fence.line() + 1 + i;
                problem(text).ifPresent(problem -> problems.add(at, problem));
                taker.accept(new LessonCommand(String.join(" ", reason), text, at));
                reason.clear();
            }
        }
    }

    /** Returns why a line cannot be typed, or has no condition after the name of a command that needs one. */
    private Optional<Problem> problem(String line) {
        var condition = CONDITION.matcher(line);
        if (condition.matches()) {
            try {
                ConditionParser.parse(List.of(condition.group(1).split("\\s+")), lab);
            } catch (LabException invalid) {
                return Optional.of(invalid.problems().get(0));
            }
        }
        return commands.problem(line);
    }

    /** Checks inline code that begins with the name of a command and has more words. */
    private void checkCode(String markdown, int firstLine) {
        for (var code : MarkdownText.codeSpans(markdown)) {
            var words = code.text().split("\\s+", 2);
            if (words.length > 1 && commands.isName(words[0]) && !hasPlaceholder(words[1])) {
                commands.problem(code.text()).ifPresent(problem -> problems.add(firstLine + code.line() - 1, problem));
            }
        }
    }

    /** Whether the words are a description of a command, such as {@code stop NODE} or {@code kill …}. */
    private static boolean hasPlaceholder(String words) {
        return words.matches("(?s).*(\\b[A-Z]{2,}\\b|…|\\.\\.\\.|\\|).*") && !words.matches("(?s).*['\"].*");
    }

    LessonSection build() {
        var section = new LessonSection(
                title, line, instruction, text, explanation, prepare, goals, hints, solution, questions);
        var hasParts = !instruction.isEmpty() || !prepare.isEmpty() || !hints.isEmpty() || hasSolution;
        if (!isTask && hasParts) {
            problems.add(
                    line,
                    "the section \"" + title + "\" has no goals",
                    "it prepares, hints or solves, and is never done",
                    "```goals");
        }
        if (!goals.isEmpty() && solution.isEmpty()) {
            problems.add(
                    line,
                    "the task \"" + title + "\" has no solution",
                    "solve types it, and lesson verify tests the task with it",
                    "```solution");
        }
        return section;
    }
}
