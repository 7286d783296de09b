package org.pgpoollab.binaries;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
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
        var unasked = binaries(findings, "", "");
        var major = version(unasked, unasked.postgres("postgres"), Versions::postgresMajor, remedy);
        var pgpool = version(unasked, unasked.pgpool(), Versions::pgpool, remedy);
        var repmgr = version(unasked, unasked.repmgr(), Versions::repmgr, remedy);
        if (major != unasked.postgresMajor()) {
            throw LabException.missing(
                    unasked.postgresBin() + " does not hold PostgreSQL " + unasked.postgresMajor(),
                    "the postgres in it says that it is version " + major,
                    remedy);
        }
        return binaries(findings, pgpool, repmgr);
    }

    private <T> T version(Binaries binaries, Path program, Function<String, Optional<T>> reader, String remedy) {
        var question = new Command(List.of(program.toString(), "--version"), binaries.environment(), "", DEADLINE);
        var ended = shell.run(question);
        return reader.apply(ended.output() + ended.errors())
                .orElseThrow(() -> LabException.missing(program + " does not run", ended.lastWords(), remedy));
    }

    private static Binaries binaries(SearchResult findings, String pgpoolVersion, String repmgrVersion) {
        var postgres = findings.postgres().get(0);
        var programs = findings.programs();
        return new Binaries(
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
