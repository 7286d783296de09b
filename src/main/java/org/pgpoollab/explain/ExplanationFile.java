package org.pgpoollab.explain;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.version.LabProgram;

/** Reads the catalogue of explanations, explanations.yaml, which is in the program itself. Its head says what an entry has. */
final class ExplanationFile {

    private static final String NAME = "explanations.yaml";
    private static final Set<String> KEYS =
            Set.of("name", "words", "program", "lines", "means", "cause", "do", "manual");

    private final JsonParser parser;

    private ExplanationFile(JsonParser parser) {
        this.parser = parser;
    }

    static List<Explanation> read() {
        try (var content = ExplanationFile.class.getResourceAsStream(NAME);
                var parser = new YAMLFactory().createParser(content)) {
            return new ExplanationFile(parser).entries();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Explanation> entries() throws IOException {
        var entries = new ArrayList<Explanation>();
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            entries.add(entry());
        }
        return entries;
    }

    private Explanation entry() throws IOException {
        var texts = new LinkedHashMap<String, String>();
        List<String> words = List.of();
        List<LinePattern> lines = List.of();
        List<Advice> advice = List.of();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "words" -> words = list();
                case "lines" -> lines = lines();
                case "do" -> advice = advice();
                default -> texts.put(key, parser.getText());
            }
        }
        if (!KEYS.containsAll(texts.keySet())) {
            throw new IllegalStateException(NAME + ": an entry has " + texts.keySet());
        }
        return new Explanation(
                text(texts, "name"),
                words,
                programs(texts.getOrDefault("program", "")),
                lines,
                text(texts, "means"),
                texts.getOrDefault("cause", ""),
                advice,
                text(texts, "manual"));
    }

    private static String text(Map<String, String> texts, String key) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException(NAME + ": an entry has no " + key + ": " + texts);
        }
        return text;
    }

    private static Set<LabProgram> programs(String word) {
        return word.isEmpty() ? Set.of() : Set.of(LabProgram.ofWord(word).orElseThrow());
    }

    /** Reads patterns of all versions as a list, or several lists by the versions to which they belong. */
    private List<LinePattern> lines() throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return patterns(VersionRange.ALL).toList();
        }
        var lines = new ArrayList<LinePattern>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var versions = new VersionRange(parser.currentName());
            parser.nextToken();
            lines.addAll(patterns(versions).collect(Collectors.toList()));
        }
        return lines;
    }

    private Stream<LinePattern> patterns(VersionRange versions) throws IOException {
        return list().stream().map(text -> LinePattern.of(text, versions));
    }

    private List<Advice> advice() throws IOException {
        var advice = new ArrayList<Advice>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            advice.add(new Advice(parser.currentName(), parser.nextTextValue()));
        }
        return advice;
    }

    private List<String> list() throws IOException {
        var texts = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(parser.getText());
        }
        return texts;
    }
}
