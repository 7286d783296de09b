package org.pgpoollab.apt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Release;

/**
 * The repositories that have the packages of Debian's releases, and PGDG's.
 *
 * @param mirror the address of the main archive
 * @param security the address of the archive of security updates
 * @param pgdg the address of PGDG's repository
 * @param keyring the file of the keys that verify Debian's; those of PGDG's lie in the {@link FetchWorkspace#keys}
 * @param options options of sources.list(5) for all of them, each after a blank
 */
public record PackageSources(String mirror, String security, String pgdg, Path keyring, String options) {

    /** The key ring of all releases, from the package debian-archive-keyring. */
    public static final Path KEYRING = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");

    /** Apt copies files with this method; with file: it would only link to them. */
    private static final String COPY = "copy:";

    /** Debian's own addresses, which lead to a mirror nearby. */
    public static final PackageSources OF_DEBIAN = new PackageSources(
            "http://deb.debian.org/debian/",
            "http://deb.debian.org/debian-security/",
            PgdgSource.USUAL.address(),
            KEYRING,
            "");

    /** Returns those from which the machine gets its own packages, and Debian's own for what it has not. */
    public static PackageSources ofMachine(Shell shell) {
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
        return OF_DEBIAN.withMirrors(
                ending(addresses, "/debian", OF_DEBIAN.mirror()),
                ending(addresses, "/debian-security", OF_DEBIAN.security()));
    }

    private static String ending(List<String> addresses, String path, String otherwise) {
        return addresses.stream()
                .map(String::strip)
                .filter(address -> address.replaceFirst("/+$", "").endsWith(path))
                .findFirst()
                .orElse(otherwise);
    }

    private PackageSources withMirrors(String main, String updates) {
        return new PackageSources(main, updates, pgdg, keyring, options);
    }

    /** Returns these sources with the mirrors that somebody chose. */
    public PackageSources with(FetchPolicy policy) {
        var mirrors = policy.mirrors();
        return withMirrors(mirrors.isEmpty() ? mirror : mirrors.get(0), mirrors.size() < 2 ? security : mirrors.get(1))
                .withPgdg(policy.pgdg().address());
    }

    private PackageSources withPgdg(String address) {
        return new PackageSources(mirror, security, address, keyring, options);
    }

    public PackageSources with(Path otherKeyring) {
        return new PackageSources(mirror, security, pgdg, otherKeyring, options);
    }

    /**
     * Returns the sources that a {@link LocalRepository} has. Signatures and hashes are verified as ever. Only the date until which lists count
     * as current is not: a directory that was carried here is older.
     */
    public PackageSources in(LocalRepository repository) {
        var root = COPY + repository.directory().toUri().getRawPath();
        var base = root.endsWith("/") ? root : root + "/";
        return new PackageSources(
                base + LocalRepository.MAIN + "/",
                base + LocalRepository.SECURITY + "/",
                base + LocalRepository.PGDG + "/",
                keyring,
                " by-hash=no check-valid-until=no");
    }

    /** Returns whether they are those of a directory on this machine. */
    public boolean areLocal() {
        return mirror.startsWith(COPY);
    }

    /** Returns the directories in which a local repository has the packages of each address. */
    Map<String, String> directories() {
        return Map.of(
                slashed(mirror), LocalRepository.MAIN,
                slashed(security), LocalRepository.SECURITY,
                slashed(pgdg), LocalRepository.PGDG);
    }

    private static String slashed(String address) {
        return address.endsWith("/") ? address : address + "/";
    }

    /** Returns the address that somebody has to reach to fetch a release. */
    public String place(Release release) {
        return release.isOfPgdg() ? mirror + " and " + pgdg : mirror;
    }

    /** @throws LabException with status 4 if the machine does not have the keys */
    public void requireKeyring(String what) {
        if (!Files.isReadable(keyring)) {
            throw LabException.missing(
                    what + " cannot be fetched",
                    "there is no " + keyring + ", which has the keys that verify it",
                    "apt-get install debian-archive-keyring");
        }
    }

    /** Returns the text of a sources.list(5) for a release: its updates, too, which sid has not. Each is verified with its keys. */
    public String list(Release release) {
        return release.isOfPgdg() ? ofDebian(release) + pgdgLine(release) : ofDebian(release);
    }

    /** Returns the text of a sources.list(5) with Debian's own repositories for a release. */
    public String ofDebian(Release release) {
        var suite = release.debian();
        var lines = new ArrayList<>(List.of(line(mirror, suite.name())));
        if (!suite.isRolling()) {
            lines.add(line(mirror, suite + "-updates"));
            lines.add(line(security, suite + "-security"));
        }
        return String.join("", lines);
    }

    private String line(String address, String suite) {
        return "deb [signed-by=" + keyring + options + "] " + address + " " + suite + " main\n";
    }

    /** The keys of the workspace count for what has no others, and only this has no others. */
    private String pgdgLine(Release release) {
        var bracket = options.isEmpty() ? "" : "[" + options.strip() + "] ";
        return "deb " + bracket + pgdg + " " + release.pgdgSuite() + " main\n";
    }
}
