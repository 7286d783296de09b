package org.pgpoollab.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.jar.JarFile;
import org.pgpoollab.console.ConsoleSetting;
import org.pgpoollab.screen.terminal.WarmupScreen;
import org.pgpoollab.session.Interruption;

/**
 * Loads the classes that commands need, so that Java can make a class archive from which every later start is faster. The launcher
 * runs it once after each build. It neither needs nor touches a lab.
 */
public final class ClassArchiveWarmup {

    /** Packages that are loaded completely, because the classes of a database session are otherwise loaded only with a server. */
    private static final List<String> PACKAGES = List.of(
            "org/pgpoollab/",
            "org/jline/keymap/",
            "org/jline/nativ/",
            "org/jline/reader/",
            "org/jline/terminal/",
            "org/jline/utils/",
            "com/googlecode/lanterna/",
            "picocli/",
            "com/fasterxml/jackson/core/",
            "org/postgresql/hostchooser/",
            "org/postgresql/core/",
            "org/postgresql/jdbc/",
            "org/postgresql/util/",
            "org/newsclub/net/unix/",
            "org/apache/commons/exec/",
            "com/fasterxml/jackson/dataformat/yaml/",
            "org/yaml/snakeyaml/");

    private ClassArchiveWarmup() {}

    public static void main(String[] arguments) throws IOException {
        for (var jar : jars()) {
            load(jar);
        }
        playScreen();
        Main.main(arguments);
    }

    /** Runs the full screen once without output, so that a start need not find and link the code that it runs through. */
    private static void playScreen() {
        var environment = new HashMap<>(System.getenv());
        environment.put("TERM", "xterm-256color");
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var setting = new ConsoleSetting(
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                StandardCharsets.UTF_8,
                environment,
                Clock.system(ZoneId.systemDefault()),
                true,
                true,
                true);
        Main.console(setting, new Interruption(), feed -> new WarmupScreen(feed))
                .run(List.of());
    }

    private static List<Path> jars() throws IOException {
        var program = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        try (var jar = new JarFile(program.toFile())) {
            var libraries = jar.getManifest().getMainAttributes().getValue("Class-Path");
            var all = new java.util.ArrayList<>(List.of(program));
            for (var library : libraries.split(" ")) {
                all.add(program.resolveSibling(library));
            }
            return all;
        }
    }

    private static void load(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && PACKAGES.stream().anyMatch(name::startsWith))
                    .forEach(ClassArchiveWarmup::load);
        }
    }

    private static void load(String entry) {
        var name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
        try {
            Class.forName(name, false, ClassArchiveWarmup.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // The class is for another platform, or needs an optional library that is missing: it is never used here.
        }
    }
}
