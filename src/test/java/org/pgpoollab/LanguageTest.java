package org.pgpoollab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests that names are standard terms, and that text is plain and in one spelling. Each list that is compared names the violations. */
class LanguageTest {

    /** Words of metaphors that names in this program once had. */
    private static final Set<String> METAPHORS = Set.of("""
            audience backstage chronicle curtain desk door dress dresses errand glimpse lookout patience peace pen rage reckoning
            recollection scene spokesman squall strand stubborn theatre wires witness workshop""".split("\\s+"));

    /** American spellings, where this project has the British ones. Names of others, in code, are not looked at. */
    private static final Pattern AMERICAN = Pattern.compile(
            "(?<![\\w.-])(?:behaviors?|colors?|colored|canceled|canceling|centered|favorite|gray|labeled|modeled|neighbors?)(?![\\w.-])");

    /** Riddles: phrases that a reader who knows nothing else of this program does not understand where they stand. */
    private static final Pattern RIDDLES = Pattern.compile(
            "(?i)\\b(?:whoever|squalls?|by and by|hitherto|of itself alone"
                    + "|undoes what stands|strike the fault out|grow old|find the truth|nobody (?:could|gets|leads)|gone by as"
                    + "|is on on|told to stop|out of the watchdog|or not whole|come to its end|somebody else works"
                    + "|each other for dead|that would tell|of before|says nothing of itself|turn the pgpools|repmgr's register)\\b");

    /** A title that leaves open whether the step only checks something or also changes it. */
    private static final Pattern VAGUE_TITLE = Pattern.compile("^\"see that ");

    private static final Pattern IDENTIFIER = Pattern.compile("\\b[A-Za-z_]\\w*\\b");
    private static final Pattern PART = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");
    private static final Pattern STRING = Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    /** How several commands were once told one after another; they are typed as {@code down; up}. */
    private static final Pattern NOT_TYPEABLE = Pattern.compile(", then: |, then (?:up|down)\\b|; then ");

    @Test
    void noNameIsAMetaphor() {
        var found = new TreeSet<String>();
        for (var root : List.of("src/main/java/org/pgpoollab", "src/test/java/org/pgpoollab")) {
            for (var file : SourceFile.under(Path.of(root))) {
                IDENTIFIER
                        .matcher(STRING.matcher(file.code()).replaceAll(""))
                        .results()
                        .map(match -> match.group())
                        .filter(LanguageTest::isMetaphor)
                        .forEach(name -> found.add(file.place() + ": " + name));
            }
        }

        assertEquals(Set.of(), found);
    }

    @Test
    void commentsAndPagesHaveOneSpellingAndNoRiddles() throws IOException {
        var found = new ArrayList<String>();
        for (var path : pages()) {
            collect(path, Files.readString(path), found);
        }
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var path :
                    sources.filter(each -> each.toString().endsWith(".java")).toList()) {
                for (var comment :
                        COMMENT.matcher(Files.readString(path)).results().toList()) {
                    collect(path, comment.group(), found);
                }
            }
        }

        assertEquals(List.of(), found);
    }

    @Test
    void messagesHaveNoRiddles() throws IOException {
        var found = new ArrayList<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var path :
                    sources.filter(each -> each.toString().endsWith(".java")).toList()) {
                for (var text : STRING.matcher(Files.readString(path)).results().toList()) {
                    RIDDLES.matcher(text.group()).results().forEach(match -> found.add(path + ": " + match.group()));
                    NOT_TYPEABLE
                            .matcher(text.group())
                            .results()
                            .forEach(match -> found.add(path + ": " + match.group()));
                    VAGUE_TITLE.matcher(text.group()).results().forEach(match -> found.add(path + ": " + text.group()));
                }
            }
        }

        assertEquals(List.of(), found);
    }

    private static List<Path> pages() throws IOException {
        var pages = new ArrayList<Path>();
        for (var name : List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")) {
            pages.add(Path.of(name));
        }
        try (var docs = Files.walk(Path.of("docs"))) {
            docs.filter(path -> path.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }

    private static void collect(Path path, String text, List<String> found) {
        for (var pattern : List.of(AMERICAN, RIDDLES)) {
            pattern.matcher(text).results().forEach(match -> found.add(path + ": " + match.group()));
        }
    }

    private static boolean isMetaphor(String name) {
        return PART.matcher(name)
                .results()
                .anyMatch(part -> METAPHORS.contains(part.group().toLowerCase(Locale.ROOT)));
    }
}
