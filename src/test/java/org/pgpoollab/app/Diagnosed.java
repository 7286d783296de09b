package org.pgpoollab.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** The parsed output of {@code diagnose --output json}. */
record Diagnosed(JsonNode tree) {

    record Told(String check, String what, String because, boolean isError, String remedy) {

        /** The first way of the remedy, as it is printed and can be typed. */
        String firstWay() {
            return remedy.split(", or: ", 2)[0];
        }
    }

    static Diagnosed by(Program program) {
        var ended = program.run("diagnose", "--output", "json");
        try {
            return new Diagnosed(new ObjectMapper().readTree(ended.mustBe(0).output()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Told> findings() {
        return StreamSupport.stream(tree.path("findings").spliterator(), false)
                .map(Diagnosed::told)
                .toList();
    }

    private static Told told(JsonNode finding) {
        return new Told(
                finding.path("check").asText(),
                finding.path("what").asText(),
                finding.path("because").asText(),
                finding.path("severity").asText().equals("error"),
                finding.path("remedy").asText());
    }

    boolean isHealthy() {
        return tree.path("healthy").asBoolean();
    }

    List<String> whats() {
        return findings().stream().map(Told::what).toList();
    }

    boolean has(List<String> checks) {
        return findings().stream().map(Told::check).toList().containsAll(checks);
    }

    Optional<Told> first(String check) {
        return findings().stream().filter(told -> told.check().equals(check)).findFirst();
    }

    /** The finding whose remedy is to be typed: this one, or the finding that causes it. */
    Told rootOf(Told finding) {
        return findings().stream()
                .filter(told -> !finding.because().isEmpty() && told.what().equals(finding.because()))
                .findFirst()
                .map(this::rootOf)
                .orElse(finding);
    }

    /** The checks that found something in the lab itself, without those about a busy machine. */
    List<String> ofLab() {
        return findings().stream()
                .map(Told::check)
                .filter(check -> !check.equals("machine-too-busy"))
                .toList();
    }

    TreeSet<String> errors() {
        var errors = new TreeSet<String>();
        findings().stream().filter(Told::isError).map(Told::check).forEach(errors::add);
        return errors;
    }

    @Override
    public String toString() {
        return tree.toPrettyString();
    }
}
