package org.pgpoollab.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.pgpoollab.apt.Apt;
import org.pgpoollab.apt.AptConfiguration;
import org.pgpoollab.apt.FetchWorkspace;
import org.pgpoollab.apt.PackageSources;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Release;

/**
 * A repository in the layout of PGDG's, on a port of 127.0.0.1: PostgreSQL 15 and repmgr of Debian's bookworm for its successor, signed with a key that was
 * made for it.
 */
final class SignedRepository implements AutoCloseable {

    /** What trixie does not have. */
    private static final Set<String> PACKAGES = Set.of(
            "postgresql-15", "postgresql-client-15", "postgresql-15-repmgr", "libicu72", "libldap-2.5-0", "libllvm14");

    private static final String SIGN = """
            set -e
            cd "$1"
            suite=dists/trixie-pgdg list=main/binary-$(dpkg --print-architecture)/Packages
            mkdir -p "$suite/$(dirname "$list")" gnupg
            chmod 700 gnupg
            dpkg-scanpackages --multiversion pool >"$suite/$list"
            cd "$suite"
            {
                printf 'Suite: trixie-pgdg\\nCodename: trixie-pgdg\\nDate: %s\\n' "$(LC_ALL=C date -uR)"
                printf 'Architectures: %s\\nComponents: main\\nSHA256:\\n' "$(dpkg --print-architecture)"
                printf ' %s %s %s\\n' "$(sha256sum <"$list" | cut -d ' ' -f 1)" "$(stat -c %s "$list")" "$list"
            } >Release
            export GNUPGHOME="$1/gnupg"
            gpg --batch --quiet --passphrase '' --quick-gen-key test@example.org ed25519 sign never
            gpg --batch --quiet --clearsign --output InRelease Release
            gpg --batch --quiet --armor --export >"$1/key"
            gpgconf --kill all
            """;

    private final Path directory;
    private final HttpServer server;

    private SignedRepository(Path directory, HttpServer server) {
        this.directory = directory;
        this.server = server;
    }

    /** @param directory an empty directory */
    static SignedRepository in(Path directory) throws IOException {
        var shell = new ProcessShell();
        download(shell, directory);
        var signed = shell.run(
                Command.of("sh", "-c", SIGN, "sh", directory.toString()).within(Duration.ofMinutes(2)));
        if (!signed.succeeded()) {
            throw new AssertionError(signed.errors());
        }
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var repository = new SignedRepository(directory, server);
        server.createContext("/", repository::answer);
        server.start();
        return repository;
    }

    private static void download(Shell shell, Path directory) throws IOException {
        var pool = Files.createDirectories(directory.resolve("pool/main"));
        try (var workspace = FetchWorkspace.open(directory, AptConfiguration::ofRelease)) {
            Files.createFile(workspace.status());
            Files.writeString(
                    workspace.sources(), PackageSources.ofMachine(shell).ofDebian(Release.OLDEST));
            var apt = new Apt(shell, workspace);
            apt.update();
            var files = apt.resolve(List.of("postgresql-15", "postgresql-client-15", "postgresql-15-repmgr")).stream()
                    .filter(file -> PACKAGES.contains(file.name()))
                    .toList();
            apt.downloadOnly(files);
            for (var file : files) {
                Files.move(
                        workspace.archives().resolve(file.file()),
                        pool.resolve(file.file().replace("%3a", "-")));
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var file = directory.resolve("." + exchange.getRequestURI().getPath()).normalize();
        if (!file.startsWith(directory) || !Files.isRegularFile(file)) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.sendResponseHeaders(200, Files.size(file));
            Files.copy(file, exchange.getResponseBody());
        }
        exchange.close();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    Path key() {
        return directory.resolve("key");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
