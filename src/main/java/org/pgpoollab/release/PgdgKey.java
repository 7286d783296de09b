package org.pgpoollab.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.apt.Apt;
import org.pgpoollab.apt.FetchWorkspace;
import org.pgpoollab.apt.PackageFile;
import org.pgpoollab.apt.PgdgSource;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;

/**
 * Gets the keys that verify PGDG's packages: those of a file that the user names, or those in a package of Debian, which Debian's own keys
 * verify.
 */
final class PgdgKey {

    /** The same keys in two formats; they moved from the first package to the second with Debian 13. */
    private static final String EXTRACT = """
            dpkg-deb --fsys-tarfile "$1" | tar --extract --file - --directory "$2" --no-same-owner --strip-components 5 \
                --wildcards "./usr/share/postgresql-common/pgdg/*.[ag][sp][cg]"
            """;

    private static final List<String> PACKAGES = List.of("postgresql-common", "postgresql-client-common");
    private static final byte[] ARMOR = "-----BEGIN PGP".getBytes(StandardCharsets.US_ASCII);

    private final Shell shell;
    private final FetchWorkspace workspace;

    PgdgKey(Shell shell, FetchWorkspace workspace) {
        this.shell = shell;
        this.workspace = workspace;
    }

    /** @throws LabException with status 4 if the file cannot be read */
    void copy(String file) throws IOException {
        var source = Path.of(file).toAbsolutePath();
        try {
            var bytes = Files.readAllBytes(source);
            var isArmored =
                    bytes.length >= ARMOR.length && Arrays.equals(bytes, 0, ARMOR.length, ARMOR, 0, ARMOR.length);
            Files.write(workspace.keys().resolve(isArmored ? "pgdg.asc" : "pgdg.gpg"), bytes);
        } catch (IOException e) {
            throw LabException.missing(
                    "the keys of apt.postgresql.org cannot be read",
                    PgdgSource.KEY_VARIABLE + " names " + source + ": " + Reason.of(e),
                    "another file, or none: then the keys in Debian's packages are used");
        }
    }

    /**
     * Takes them from Debian's packages.
     *
     * @param apt has updated Debian's lists
     * @return the packages, which are downloaded then
     */
    List<PackageFile> fetch(Apt apt) throws IOException {
        var files = apt.files(PACKAGES);
        apt.downloadOnly(files);
        for (var file : files) {
            var archive = workspace.archives().resolve(file.file());
            shell.run(Command.of(
                    "sh",
                    "-c",
                    EXTRACT,
                    "sh",
                    archive.toString(),
                    workspace.keys().toString()));
        }
        try (var keys = Files.list(workspace.keys())) {
            if (keys.findAny().isEmpty()) {
                throw LabException.missing(
                        "the keys of apt.postgresql.org cannot be had",
                        "Debian's packages " + String.join(", ", PACKAGES) + " do not have them",
                        PgdgSource.KEY_VARIABLE + "=FILE, with the keys of https://www.postgresql.org/media/keys/");
            }
        }
        return files;
    }
}
