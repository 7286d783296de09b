package org.pgpoollab.completion;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How a shell writes the tables of its completion script. Each method returns whole lines, or a part of one. */
interface Dialect {

    /** Returns the definition of a function; an empty body is none. */
    List<String> function(String comment, String name, List<String> body);

    /** Returns a choice by the text of {@code subject}: the first arm with a pattern that matches. */
    List<String> choice(String subject, List<Arms.Arm> arms);

    /** Returns the argument of a function, counted from 1. */
    String argument(int number);

    /** Returns two arguments as one text with a slash between. */
    String bothArguments();

    /** Returns a pattern that matches exactly this text. */
    String pattern(String text);

    /** Returns a pattern that matches this text and after it any of the words that are offered; of names, those of nodes only. */
    String pattern(String text, Offer offer);

    /** Returns a pattern that matches everything that begins with this text. */
    String beginning(String text);

    /** Returns what offers these words, each with its description, which may be empty. */
    List<String> offer(Map<String, String> descriptionsByWord);

    /** Returns what offers the names of these kinds. */
    List<String> offerNames(List<NameKind> kinds);

    /** Returns what sets a variable. */
    List<String> assign(String variable, String value);

    /** Returns lines that stand deeper by one step. */
    static Stream<String> indented(List<String> lines) {
        return lines.stream().map(line -> "    " + line);
    }
}
