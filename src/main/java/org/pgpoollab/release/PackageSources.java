package org.pgpoollab.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Release;

/**
 * The repositories that have the packages of Debian's releases.
 *
 * @param mirror the address of the main archive
 * @param security the address of the archive of security updates
 * @param keyring the file of the keys that verify both
 */
record PackageSources(String mirror, String security, Path keyring) {

    /** The key ring of all releases, from the package debian-archive-keyring. */
    static final Path KEYRING = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");

    /** Debian's own addresses, which lead to a mirror nearby. */
    static final PackageSources OF_DEBIAN =
            new PackageSources("http://deb.debian.org/debian/", "http://deb.debian.org/debian-security/", KEYRING);

    /** Returns those from which the machine gets its own packages, and Debian's own for what it has not. */
    static PackageSources ofMachine(Shell shell) {
        try {
            var question = Command.of("apt-get", "indextargets", "--format", "$(REPO_URI)");
            return among(shell.run(question.within(Duration.ofSeconds(30)))
                    .output()
                    .lines()
                    .toList());
        } catch (LabException noApt) {
            return OF_DEBIAN;
        }
    }

    /** @param addresses of the machine's repositories, of whatever kind */
    static PackageSources among(List<String> addresses) {
        return new PackageSources(
                ending(addresses, "/debian", OF_DEBIAN.mirror()),
                ending(addresses, "/debian-security", OF_DEBIAN.security()),
                KEYRING);
    }

    private static String ending(List<String> addresses, String path, String otherwise) {
        return addresses.stream()
                .map(String::strip)
                .filter(address -> address.replaceFirst("/+$", "").endsWith(path))
                .findFirst()
                .orElse(otherwise);
    }

    /** Returns these sources with the mirrors that somebody chose. */
    PackageSources with(List<String> mirrors) {
        return new PackageSources(
                mirrors.isEmpty() ? mirror : mirrors.get(0), mirrors.size() < 2 ? security : mirrors.get(1), keyring);
    }

    PackageSources with(Path otherKeyring) {
        return new PackageSources(mirror, security, otherKeyring);
    }

    /** @throws LabException with status 4 if the machine does not have the keys */
    void requireKeyring(Release release) {
        if (!Files.isReadable(keyring)) {
            throw LabException.missing(
                    "the release " + release + " cannot be fetched",
                    "there is no " + keyring + ", which has the keys that verify it",
                    "apt-get install debian-archive-keyring");
        }
    }

    /** Returns the text of a sources.list(5) for a release: its updates, too, which sid has not. Each is verified with the keys. */
    String list(Release release) {
        var lines = new ArrayList<>(List.of(line(mirror, release.name())));
        if (!release.isRolling()) {
            lines.add(line(mirror, release + "-updates"));
            lines.add(line(security, release + "-security"));
        }
        return String.join("", lines);
    }

    private String line(String address, String suite) {
        return "deb [signed-by=" + keyring + "] " + address + " " + suite + " main\n";
    }
}
