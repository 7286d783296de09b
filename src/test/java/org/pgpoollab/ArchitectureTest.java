package org.pgpoollab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests that packages depend on each other only as ARCHITECTURE.md allows. Each list that is compared with the empty list names the
 * violations of a rule.
 */
class ArchitectureTest {

    private static final Path SOURCES = Path.of("src/main/java/org/pgpoollab");
    private static final String BASE = "org.pgpoollab.";

    /** The users that each library may have: whole packages, or single classes written {@code package.Class}. */
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("org.apache.commons.exec", Set.of("engine.ProcessShell")),
            Map.entry(
                    "com.fasterxml.jackson",
                    Set.of(
                            "topology.LabFile",
                            "topology.Yaml",
                            "explain.ExplanationFile",
                            "fault.FaultsFile",
                            "report.Json",
                            "load.MilestoneFile")),
            Map.entry(
                    "org.commonmark",
                    Set.of(
                            "lesson.MarkdownText",
                            "lesson.MarkdownLines",
                            "lesson.MarkdownTable",
                            "lesson.InlineMarkdown")),
            Map.entry("javax.net", Set.of("engine.GateSocketFactory")),
            Map.entry("io.pebbletemplates", Set.of("generate")),
            Map.entry("picocli", Set.of("syntax", "command", "catalog", "completion", "console", "app")),
            Map.entry("org.jline", Set.of("console", "screen.terminal")),
            Map.entry("sun.misc", Set.of("screen.terminal")),
            Map.entry("com.googlecode.lanterna", Set.of("screen.terminal")),
            Map.entry("org.postgresql", Set.of("observe", "load")),
            Map.entry("java.sql", Set.of("observe", "plan", "load")),
            Map.entry("org.HdrHistogram", Set.of("load.Latencies")),
            Map.entry("org.newsclub.net.unix", Set.of("observe", "load")));

    /** The inner packages of a package, and the package itself, in the order in which they may use each other. */
    private static final List<List<String>> LAYERS = List.of(
            List.of("screen.picture", "screen.keys", "screen.overlay", "screen", "screen.terminal"),
            List.of("plan.step", "plan.wal", "plan"));

    private static final List<String> OUTSIDE_WORLD =
            List.of("java.io.", "java.net.", "java.nio.channels.", "java.nio.file.", "java.sql.", "java.lang.Process");

    private static final Pattern CLOCK_OR_DICE = Pattern.compile(
            "\\b([A-Z]\\w*\\.now\\(|System\\.(nanoTime|currentTimeMillis|getenv|getProperty|in|out|err)\\b|Math\\.random"
                    + "|randomUUID|Clock\\.system|(?:Secure|ThreadLocal)?Random\\b|ProcessBuilder|Thread\\.sleep)");

    private static final Set<String> SAYS_NOTHING = Set.of(
            "util", "utils", "helper", "helpers", "common", "commons", "misc", "model", "service", "impl", "base",
            "core");

    private static final Pattern RECORD =
            Pattern.compile("\\brecord\\s+(\\w+)(?:<[^(]*>)?\\s*\\(((?:[^()]|\\([^()]*\\))*)\\)");

    private static final Pattern OPTIONAL_COMPONENT = Pattern.compile("(?:^|[,\\s])Optional(?:Int|Long|Double)?\\s");

    private static final Pattern SOMEBODYS_MACHINE = Pattern.compile("(?<![\\w.])(/work/|/home/\\w|/Users/)");

    private final List<SourceFile> files = SourceFile.under(SOURCES);
    private final PackageTable table = PackageTable.read();

    @Test
    void everyPackageUsesOnlyThoseToItsLeft() {
        var wrongWay = namesInFull(file -> file.namedInFull().stream()
                .filter(name -> name.startsWith(BASE))
                .filter(name -> !table.mayUse(file.topPackage(), topPackage(name))));

        assertEquals(List.of(), wrongWay);
    }

    @Test
    void anInnerPackageUsesOnlyThoseBelowIt() {
        var wrongWay = LAYERS.stream()
                .flatMap(layers -> namesInFull(file -> file.namedInFull().stream()
                                .filter(name -> name.startsWith(BASE))
                                .filter(name -> layers.contains(file.packageName()))
                                .filter(name -> layers.indexOf(packageOf(name)) > layers.indexOf(file.packageName())))
                        .stream())
                .toList();

        assertEquals(List.of(), wrongWay);
    }

    /** Returns {@code screen.picture} for {@code org.pgpoollab.screen.picture.Glyph}. */
    private static String packageOf(String name) {
        var below = name.substring(BASE.length());
        return Pattern.compile("\\.?[A-Z*].*").matcher(below).replaceFirst("");
    }

    @Test
    void aSimpleClassNameOccursOnce() {
        var counted = Stream.concat(files.stream(), SourceFile.under(Path.of("src/test/java/org/pgpoollab")).stream())
                .map(SourceFile::className)
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));

        assertEquals(
                Set.of(),
                counted.keySet().stream().filter(name -> counted.get(name) > 1).collect(Collectors.toSet()));
    }

    @Test
    void everyLibraryStandsBehindTheFewThatMayUseIt() {
        var strangers = namesInFull(file -> file.namedInFull().stream()
                .filter(name -> !name.startsWith(BASE))
                .filter(name -> isLibrary(name) && !mayUse(file, name)));

        assertEquals(List.of(), strangers);
    }

    @Test
    void aPurePackageSeesNeitherClockNorDiceNorTheOutsideWorld() {
        var impure = table.rows().stream()
                .filter(PackageTable.Row::isPure)
                .flatMap(row -> files.stream()
                        .filter(file -> file.topPackage().equals(row.name()))
                        .filter(file -> !row.excepts(file)))
                .flatMap(file -> impurities(file).map(found -> file.place() + " uses " + found))
                .toList();

        assertEquals(List.of(), impure);
    }

    @Test
    void aPackageIsNamedByWhatItIsAbout() {
        var empty = packagesThere().stream().filter(SAYS_NOTHING::contains).toList();

        assertEquals(List.of(), empty);
    }

    @Test
    void theTableInArchitectureMdListsThePackagesThatAreThereAndNoOthers() {
        var built = table.rows().stream()
                .filter(row -> !row.isPlanned())
                .map(PackageTable.Row::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(topPackagesThere(), built);
    }

    @Test
    void nothingNamesTheMachineThatItWasWrittenOn() throws IOException {
        for (var root : List.of("src/main", "templates", "assets", "README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")) {
            if (!Files.exists(Path.of(root))) {
                continue;
            }
            try (var paths = Files.walk(Path.of(root))) {
                for (var path : paths.filter(Files::isRegularFile).toList()) {
                    assertFalse(
                            SOMEBODYS_MACHINE.matcher(Files.readString(path)).find(), path.toString());
                }
            }
        }
    }

    @Test
    void noRecordHasAnOptionalComponent() {
        var found = files.stream()
                .flatMap(file -> RECORD.matcher(file.code())
                        .results()
                        .filter(header -> OPTIONAL_COMPONENT
                                .matcher(withoutTypeArguments(header.group(2)))
                                .find())
                        .map(header -> file.place() + ": " + header.group(1)))
                .toList();

        assertEquals(List.of(), found);
    }

    @Test
    void anOptionalComponentIsFoundWhereverItStands() {
        for (var header : List.of(
                "record A(Optional<Node> node)",
                "record A(int a,\n        Optional<Map<Node, List<X>>> b)",
                "record A<T>(@Deprecated int a, OptionalLong b)")) {
            var found = RECORD.matcher(header);

            assertTrue(found.find(), header);
            assertTrue(
                    OPTIONAL_COMPONENT
                            .matcher(withoutTypeArguments(found.group(2)))
                            .find(),
                    header);
        }
        var function = RECORD.matcher("record A(Function<X, Optional<Y>> gap)");
        assertTrue(function.find());
        assertFalse(OPTIONAL_COMPONENT
                .matcher(withoutTypeArguments(function.group(2)))
                .find());
    }

    private static String withoutTypeArguments(String components) {
        var shorter = components.replaceAll("<[^<>]*>", "");
        return shorter.equals(components) ? components : withoutTypeArguments(shorter);
    }

    private interface Finder {
        Stream<String> in(SourceFile file);
    }

    private List<String> namesInFull(Finder finder) {
        return files.stream()
                .flatMap(file -> finder.in(file).map(name -> file.place() + " names " + name))
                .toList();
    }

    /** Returns {@code engine} for {@code org.pgpoollab.engine.Shell}; empty for a class in the root package. */
    private static String topPackage(String name) {
        var below = name.substring(BASE.length());
        return Character.isUpperCase(below.charAt(0)) ? "" : below.substring(0, below.indexOf('.'));
    }

    private static boolean isLibrary(String name) {
        return !(name.startsWith("java.") || name.startsWith("javax.crypto.")) || name.startsWith("java.sql.");
    }

    private static boolean mayUse(SourceFile file, String name) {
        return LIBRARIES.entrySet().stream()
                .filter(library -> name.startsWith(library.getKey() + "."))
                .map(Map.Entry::getValue)
                .anyMatch(
                        users -> users.contains(file.place()) || users.stream().anyMatch(file::isIn));
    }

    private static Stream<String> impurities(SourceFile file) {
        var classes = file.namedInFull().stream()
                .filter(name -> OUTSIDE_WORLD.stream().anyMatch(name::startsWith));
        var calls = CLOCK_OR_DICE.matcher(file.code()).results().map(match -> match.group(1));
        return Stream.concat(classes, calls);
    }

    private Set<String> topPackagesThere() {
        return files.stream()
                .map(SourceFile::topPackage)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> packagesThere() {
        return files.stream()
                .map(file -> file.path().getParent())
                .filter(directory -> directory != null)
                .flatMap(directory -> Stream.iterate(directory, path -> path != null, Path::getParent))
                .map(path -> path.getFileName().toString())
                .collect(Collectors.toSet());
    }
}
