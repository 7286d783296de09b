package org.pgpoollab.binaries;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.LabException;

/** Locates the user's cache directory of this program, by the XDG Base Directory Specification. */
final class UserCache {

    private UserCache() {}

    /** @throws LabException with status 4 if neither the environment nor the system names an absolute directory for this user */
    static Path in(Map<String, String> environment) {
        return absolute(environment.get("XDG_CACHE_HOME"))
                .or(() -> absolute(environment.get("HOME")).map(home -> home.resolve(".cache")))
                .or(() -> absolute(System.getProperty("user.home")).map(home -> home.resolve(".cache")))
                .map(caches -> caches.resolve("pgpool-lab"))
                .orElseThrow(() -> LabException.missing(
                        "there is no place for programs that must be fetched",
                        "neither XDG_CACHE_HOME nor HOME names a directory",
                        "export HOME=… or XDG_CACHE_HOME=…"));
    }

    private static Optional<Path> absolute(String text) {
        return Stream.ofNullable(text)
                .filter(path -> path.startsWith("/"))
                .map(Path::of)
                .findFirst();
    }
}
