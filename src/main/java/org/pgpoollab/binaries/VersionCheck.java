package org.pgpoollab.binaries;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.RootDirectory;
import org.pgpoollab.engine.Shell;

/** Creates {@link Binaries} from a complete search result by asking the programs for their versions, which also shows that they run. */
final class VersionCheck {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Shell shell;

    VersionCheck(Shell shell) {
        this.shell = shell;
    }

    /**
     * @param remedy what to type if a program does not run
     * @throws LabException if a program does not run or prints no version
     */
    Binaries ask(SearchResult findings, String remedy) {
        return ask(findings, RootDirectory.OF_MACHINE, remedy);
    }

    /** @param findings with the paths that the programs have in the root directory */
    Binaries ask(SearchResult findings, RootDirectory root, String remedy) {
        var unasked = binaries(findings, root, "", "");
        var major = version(unasked, unasked.postgres("postgres"), Versions::postgresMajor, remedy);
        var pgpool = version(unasked, unasked.pgpool(), Versions::pgpool, remedy);
        var repmgr = version(unasked, unasked.repmgr(), Versions::repmgr, remedy);
        if (major != unasked.postgresMajor()) {
            throw LabException.missing(
                    unasked.postgresBin() + " does not hold PostgreSQL " + unasked.postgresMajor(),
                    "the postgres in it says that it is version " + major,
                    remedy);
        }
        return binaries(findings, root, pgpool, repmgr);
    }

    private <T> T version(Binaries binaries, Path program, Function<String, Optional<T>> reader, String remedy) {
        var question = Command.of(program.toString(), "--version").within(DEADLINE);
        var ended = shell.run(binaries.ofHosts().outside(question));
        return reader.apply(ended.output() + ended.errors())
                .orElseThrow(() -> LabException.missing(program + " does not run", ended.lastWords(), remedy));
    }

    private static Binaries binaries(
            SearchResult findings, RootDirectory root, String pgpoolVersion, String repmgrVersion) {
        var postgres = findings.postgres().get(0);
        var programs = findings.programs();
        return new Binaries(
                root,
                postgres.major(),
                pgpoolVersion,
                repmgrVersion,
                postgres.bin(),
                programs.get("pgpool"),
                programs.get("pcp_attach_node").getParent(),
                programs.get("ip"),
                programs.get("arping"),
                programs.get("ping"),
                programs.get("socat"),
                programs.get("unshare"),
                programs.get("nsenter"),
                findings.libraries());
    }
}
