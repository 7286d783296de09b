package org.pgpoollab.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

/** A line of commands that a user typed, and when. */
public record TypedLine(Instant at, String line) {

    private static final int LONGEST = 500;

    /** The option that names a lab, and the name. */
    private static final Pattern LAB = Pattern.compile("(?:^|\\s)--lab[= ]['\"]?([^\\s'\"]+)");

    public TypedLine {
        Objects.requireNonNull(at);
        Objects.requireNonNull(line);
    }

    /** Returns the lines of a span that name no other lab than this one, without secrets. */
    public static List<TypedLine> without(
            List<TypedLine> all, Lab lab, LabDirectory directory, Instant from, Instant to) {
        var mask = SecretMask.of(lab, directory);
        return all.stream()
                .filter(typed -> !typed.at.isBefore(from) && !typed.at.isAfter(to))
                .filter(typed -> typed.isFor(lab))
                .map(typed -> new TypedLine(typed.at, cut(mask.maskedCommand(typed.line))))
                .toList();
    }

    private boolean isFor(Lab lab) {
        var named = LAB.matcher(line);
        return !named.find() || named.group(1).equals(lab.name());
    }

    private static String cut(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }
}
