package org.pgpoollab.version;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A version of a program, as its {@code --version} prints it: 4.3.5, or 15.20. A number that is missing counts as 0 in a comparison; words
 * after the numbers, as in 19beta1, are left out.
 */
public record ProgramVersion(List<Integer> numbers) implements Comparable<ProgramVersion> {

    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})*).*");

    public ProgramVersion {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("a version has at least one number");
        }
    }

    public static ProgramVersion of(int... numbers) {
        return new ProgramVersion(IntStream.of(numbers).boxed().toList());
    }

    /** Parses a text that begins with a version; empty if it does not. */
    public static Optional<ProgramVersion> parse(String text) {
        var found = NUMBERS.matcher(text);
        return found.matches()
                ? Optional.of(new ProgramVersion(Stream.of(found.group(1).split("\\."))
                        .map(Integer::valueOf)
                        .toList()))
                : Optional.empty();
    }

    public int major() {
        return number(0);
    }

    /** Returns whether this is the version with these numbers or a later one. */
    public boolean isAtLeast(int... others) {
        return compareTo(of(others)) >= 0;
    }

    /** Returns whether this version begins with all numbers of the other: 4.3.5 is in 4.3, and 15.20 in 15. */
    public boolean isIn(ProgramVersion branch) {
        return numbers.size() >= branch.numbers.size()
                && numbers.subList(0, branch.numbers.size()).equals(branch.numbers);
    }

    /** Returns the first numbers: 4.3 for two of 4.3.5. */
    ProgramVersion first(int count) {
        return new ProgramVersion(numbers.subList(0, Math.min(count, numbers.size())));
    }

    private int number(int place) {
        return place < numbers.size() ? numbers.get(place) : 0;
    }

    @Override
    public int compareTo(ProgramVersion other) {
        return IntStream.range(0, Math.max(numbers.size(), other.numbers.size()))
                .map(place -> Integer.compare(number(place), other.number(place)))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }

    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
