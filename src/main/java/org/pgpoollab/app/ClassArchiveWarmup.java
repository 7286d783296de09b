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
import org.pgpoollab.command.Interruption;
import org.pgpoollab.console.Console;
import org.pgpoollab.screen.terminal.WarmupScreen;

/**
 * Run once after each build, by the launcher: loads what commands will need, so that an archive of it can be made from which every
 * later start is quicker. Needs no lab and touches none.
 */
public final class ClassArchiveWarmup {

    /** Loaded whole; of a session's classes none is loaded before there is a server. */
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

    /** The full screen for itself: what it runs through once need not be found and linked at a start. */
    private static void playScreen() {
        var environment = new HashMap<>(System.getenv());
        environment.put("TERM", "xterm-256color");
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var setting = new Console.Setting(
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
            // For another platform, or with an optional library that is not here: nobody will ask for it.
        }
    }
}
