package org.pgpoollab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pgpoollab.Excerpt;
import org.pgpoollab.FileProblems;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;

/** Parses the text of a lesson's file. All problems are told at once, each with its line. */
public final class LessonParser {

    private static final int MOST_SECTIONS = 60;
    private static final int MOST_CHARACTERS_OF_A_LINE = 4000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t\n\r]]");
    private static final String FRONT_MATTER = "---, title: …, minutes: …, ---";

    private final FileProblems problems;
    private final CommandCheck commands;
    private final List<LessonSection> sections = new ArrayList<>();
    private final List<String> introduction = new ArrayList<>();
    private Lab lab;
    private LessonSectionBuilder open;

    private LessonParser(String file, CommandCheck commands) {
        this.problems = new FileProblems(file);
        this.commands = commands;
    }

    /**
     * @param name the word by which the lesson is started
     * @param file how messages name the file
     * @throws LabException as a usage error with all problems
     */
    public static Lesson parse(String name, String file, String text, CommandCheck commands) {
        return new LessonParser(file, commands).lesson(name, text);
    }

    private Lesson lesson(String name, String text) {
        refuseStrangeText(text);
        var cut = LessonFileText.of(text);
        if (!cut.hasFrontMatter()) {
            problems.add(1, "the front matter is missing", "a lesson begins with its title and minutes", FRONT_MATTER);
        }
        var head = new LessonHeadParser(problems).parse(cut.frontMatter());
        lab = lab(head.wishes());
        cut.parts().forEach(this::take);
        endSection();
        if (problems.isEmpty() && sections.stream().noneMatch(LessonSection::isTask)) {
            problems.add(1, "the lesson has no task", "no section has goals or a question", "```goals");
        }
        problems.throwIfAny();
        return new Lesson(
                name,
                head.title(),
                head.minutes(),
                head.learn(),
                head.wishes(),
                lab,
                String.join("\n\n", introduction).strip(),
                sections);
    }

    private void refuseStrangeText(String text) {
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].length() > MOST_CHARACTERS_OF_A_LINE
                    || CONTROL.matcher(lines[i]).find()) {
                problems.add(
                        i + 1,
                        "this is no text",
                        "it has control characters, or is too long",
                        "save the file as UTF-8 text");
                problems.throwIfAny();
            }
        }
    }

    /** Returns the lab that the lesson needs, or a default one if what it needs is invalid. */
    private Lab lab(LabOptions wishes) {
        try {
            return LabFile.withoutFile(wishes).lab();
        } catch (LabException invalid) {
            invalid.problems().forEach(problem -> problems.add(1, problem));
            return LabFile.withoutFile(LabOptions.NONE).lab();
        }
    }

    private void take(LessonFileText.Part part) {
        if (part instanceof LessonFileText.Heading heading) {
            takeHeading(heading);
            return;
        }
        if (open == null) {
            takeIntroduction(part);
            return;
        }
        if (part instanceof LessonFileText.Prose prose) {
            open.take(prose);
        } else if (part instanceof LessonFileText.Fence fence) {
            open.take(fence);
        }
    }

    private void takeHeading(LessonFileText.Heading heading) {
        if (heading.level() == 1) {
            return;
        }
        endSection();
        if (sections.size() == MOST_SECTIONS) {
            problems.add(
                    heading.line(),
                    "the lesson has more than " + MOST_SECTIONS + " sections",
                    "",
                    "make two lessons of it");
            problems.throwIfAny();
        }
        open = new LessonSectionBuilder(Excerpt.of(heading.text(), 100), heading.line(), lab, commands, problems);
    }

    private void takeIntroduction(LessonFileText.Part part) {
        if (part instanceof LessonFileText.Prose prose) {
            introduction.add(String.join("\n", prose.lines()).strip());
        } else {
            problems.add(
                    part.line(),
                    "a block stands before the first section",
                    "it belongs to no task",
                    "## Stop a standby");
        }
    }

    private void endSection() {
        if (open != null) {
            sections.add(open.build());
        }
        open = null;
    }
}
