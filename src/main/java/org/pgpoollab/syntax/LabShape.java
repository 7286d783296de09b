package org.pgpoollab.syntax;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Release;
import picocli.CommandLine.Option;

/** The options that override lab.yaml. Their values stay text, so that the code that creates the lab reports all errors at once. */
public final class LabShape {

    @Option(
            names = "--release",
            paramLabel = "RELEASE",
            completionCandidates = Releases.class,
            description =
                    "Whose programs the nodes run: machine (default), or a release of Debian: bookworm, trixie, sid; or"
                            + " bookworm-pgdg or trixie-pgdg, with --postgres-version.")
    private String release;

    @Option(
            names = "--postgres-version",
            paramLabel = "MAJOR",
            description = "The major version of PostgreSQL from apt.postgresql.org: --release bookworm-pgdg"
                    + " --postgres-version 16, or in one word: --release bookworm-pgdg-16.")
    private String postgresVersion;

    @Option(names = "--postgres", paramLabel = "N", description = "PostgreSQL nodes, 1 to 16.")
    private String postgres;

    @Option(
            names = "--pgpool",
            paramLabel = "N",
            description =
                    "Pgpool-II nodes, 1 to 16; use an odd number, so that one can fail without losing the quorum.")
    private String pgpool;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            completionCandidates = Profiles.class,
            description = "Timing of failure detection: fast, slow, bitnami or upstream.")
    private String profile;

    @Option(names = "--name", paramLabel = "NAME", description = "The lab's name.")
    private String name;

    @Option(names = "--subnet", paramLabel = "NETWORK", description = "The lab's network: 10.77.0.0/24.")
    private String subnet;

    @Option(names = "--vip", paramLabel = "ADDRESS", description = "The virtual address, in the subnet.")
    private String vip;

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "The lab's database user; its database has the same name.")
    private String user;

    @Option(
            names = "--set",
            paramLabel = "K=V",
            description = "Overrides a setting in the generated files, of all nodes or of one; can be repeated.")
    private List<String> settings = new ArrayList<>();

    /** The timing profiles, for completion. */
    static final class Profiles extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Profiles() {
            super(List.of("fast", "slow", "bitnami", "upstream"));
        }
    }

    /** The releases, for completion. */
    static final class Releases extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Releases() {
            super(Release.words());
        }
    }

    /** Returns the given values unchecked. An empty text counts as given, because it is an error. */
    public LabOptions options() {
        var values = new EnumMap<LabKey, String>(LabKey.class);
        values.put(LabKey.RELEASE, release);
        values.put(LabKey.POSTGRES_VERSION, postgresVersion);
        values.put(LabKey.POSTGRES, postgres);
        values.put(LabKey.PGPOOL, pgpool);
        values.put(LabKey.PROFILE, profile);
        values.put(LabKey.NAME, name);
        values.put(LabKey.SUBNET, subnet);
        values.put(LabKey.VIP, vip);
        values.put(LabKey.USER, user);
        values.values().removeIf(Objects::isNull);
        return new LabOptions(values, settings);
    }
}
