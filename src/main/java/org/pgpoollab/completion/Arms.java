package org.pgpoollab.completion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Collects the arms of a choice; patterns that lead to the same lines share an arm. Mutable. */
final class Arms {

    private final Map<List<String>, List<String>> patternsByBody = new LinkedHashMap<>();

    /**
     * One arm.
     *
     * @param patterns as the shell writes them
     */
    record Arm(List<String> patterns, List<String> body) {}

    Arms add(String pattern, List<String> body) {
        patternsByBody.computeIfAbsent(body, lines -> new ArrayList<>()).add(pattern);
        return this;
    }

    List<Arm> list() {
        return patternsByBody.entrySet().stream()
                .map(entry -> new Arm(entry.getValue(), entry.getKey()))
                .toList();
    }

    /** Returns these arms, and after them others, also where those lead to the same lines: the first that matches counts. */
    List<Arm> before(Arms others) {
        return Stream.concat(list().stream(), others.list().stream()).toList();
    }
}
