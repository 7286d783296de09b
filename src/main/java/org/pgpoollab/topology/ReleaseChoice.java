package org.pgpoollab.topology;

import java.util.Optional;

/** Decides whose programs a lab runs, from the release and the major version of PostgreSQL that were asked for. */
final class ReleaseChoice {

    private final LabDraft draft;
    private final EngineKind engine;

    ReleaseChoice(LabDraft draft, EngineKind engine) {
        this.draft = draft;
        this.engine = engine;
    }

    /** Returns the release; of those that do not go together it tells the draft, and returns the machine's. */
    Release of(Release otherwise) {
        var release = draft.take(LabKey.RELEASE, otherwise, ValueRules::release);
        var major = draft.take(LabKey.POSTGRES_VERSION, Optional.<Integer>empty(), ValueRules::postgresMajor);
        if (!release.isOfPgdg()) {
            return engine == EngineKind.COMPOSE ? ofContainers(release, major) : ofDebian(release, major);
        }
        if (engine == EngineKind.COMPOSE) {
            return refused(
                    LabKey.RELEASE,
                    " is " + release,
                    "containers are made with Debian's own packages, and not with those of apt.postgresql.org",
                    LabKey.RELEASE,
                    release.debian().name());
        }
        return ofPgdg(release, major);
    }

    private Release ofPgdg(Release release, Optional<Integer> asked) {
        var own = release.postgresMajor();
        if (own.isEmpty() && asked.isEmpty()) {
            return refused(
                    LabKey.RELEASE,
                    " is " + release + " without a version of PostgreSQL",
                    "apt.postgresql.org has several of them for each release of Debian",
                    LabKey.POSTGRES_VERSION,
                    "17");
        }
        if (own.isPresent() && asked.isPresent() && !own.equals(asked)) {
            return refused(
                    LabKey.POSTGRES_VERSION,
                    " is " + asked.get(),
                    "the release " + release + " has PostgreSQL " + own.get(),
                    LabKey.RELEASE,
                    release.pgdgSuite());
        }
        return release.ofPgdg(own.or(() -> asked).orElseThrow());
    }

    private Release ofContainers(Release release, Optional<Integer> major) {
        if (release.postgresMajor().isPresent()) {
            return ofDebian(release, major);
        }
        return draft.isGiven(LabKey.RELEASE)
                ? refused(
                        LabKey.RELEASE,
                        " is " + release,
                        "that release has not all programs of a lab",
                        LabKey.RELEASE,
                        "trixie")
                : Release.OF_MACHINE;
    }

    /** A release of Debian has one version of PostgreSQL, and so has the machine: no other can be had. */
    private Release ofDebian(Release release, Optional<Integer> asked) {
        if (asked.isEmpty()) {
            return release;
        }
        if (release.isOfMachine() && engine == EngineKind.NATIVE) {
            return refused(
                    LabKey.POSTGRES_VERSION,
                    " is " + asked.get(),
                    "a lab with the programs of this machine has the version that is here, which versions shows",
                    LabKey.RELEASE,
                    Release.EXAMPLE_OF_PGDG.pgdgSuite());
        }
        if (release.postgresMajor().equals(asked)) {
            return release;
        }
        var has = release.postgresMajor();
        var why = has.map(major -> (release.isOfMachine() ? "the image" : release) + " has PostgreSQL " + major)
                .orElse(release + " has not all programs of a lab");
        return engine == EngineKind.COMPOSE
                ? refused(
                        LabKey.POSTGRES_VERSION,
                        " is " + asked.get(),
                        why,
                        LabKey.POSTGRES_VERSION,
                        String.valueOf(has.orElseThrow()))
                : refused(LabKey.POSTGRES_VERSION, " is " + asked.get(), why, LabKey.RELEASE, suite(release));
    }

    private static String suite(Release release) {
        return release.hasPgdg() ? release.pgdgSuite() : Release.EXAMPLE_OF_PGDG.pgdgSuite();
    }

    /** @param instead the key that helps, with its value */
    private Release refused(LabKey key, String what, String why, LabKey instead, String value) {
        var place = draft.place(key);
        draft.refuse(place, place.subject(key) + what, why, place.written(instead, value));
        return Release.OF_MACHINE;
    }
}
