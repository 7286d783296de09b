package org.pgpoollab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One Java file as text, which suffices to find its dependencies.
 *
 * @param path below the source root: {@code engine/nativelab/Holder.java}; a file of the root package has no directory
 * @param code its text without comments
 */
record SourceFile(Path path, String code) {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern QUALIFIED_NAME =
            Pattern.compile("\\b[a-z]\\w*(?:\\.[a-z]\\w*)+(?:\\.(?:[A-Z]\\w*|\\*))");

    static List<SourceFile> under(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> new SourceFile(root.relativize(file), codeOf(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns {@code engine} for a file in {@code engine} and in {@code engine.nativelab}; empty in the root package. */
    String topPackage() {
        return path.getNameCount() == 1 ? "" : path.getName(0).toString();
    }

    String className() {
        return path.getFileName().toString().replace(".java", "");
    }

    /** Returns whether the file is in this package, such as {@code engine.nativelab}, or in one inside it. */
    boolean isIn(String name) {
        return path.getNameCount() > 1 && path.getParent().startsWith(Path.of(name.replace('.', '/')));
    }

    /** Returns {@code screen.picture}; empty for a class in the root package. */
    String packageName() {
        var parent = path.getParent();
        return parent == null ? "" : parent.toString().replace('/', '.');
    }

    /** Returns {@code engine.ProcessShell}, whatever the package below {@code engine}. */
    String place() {
        return topPackage() + "." + className();
    }

    /** Returns the classes and whole packages that the file names in full, in imports and elsewhere: {@code java.util.List}. */
    List<String> namedInFull() {
        return QUALIFIED_NAME
                .matcher(code)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private static String codeOf(Path file) {
        try {
            return COMMENT.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
