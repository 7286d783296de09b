package org.pgpoollab.topology;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgpoollab.Nearest;

/** A free setting as it was written, not yet checked. */
record SettingWish(String file, String scope, String name, String value, SourceLocation place) {

    /** The pattern of a name. PostgreSQL accepts a dot in the names of extensions' settings. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}(\\.[A-Za-z_][A-Za-z0-9_]{0,62})?");

    /** Returns the setting if it is valid for {@code lab}; otherwise adds the problem to {@code draft}. */
    Optional<Settings.Override> check(Lab lab, LabDraft draft) {
        if (!Settings.FILES.contains(file)) {
            return refuse(
                    draft,
                    place.subject(path()) + ": no file is called " + MessageText.text(file),
                    "settings are for " + String.join(", ", Settings.FILES),
                    Nearest.to(file, Settings.FILES).orElse(Settings.POSTGRES));
        }
        if (!scopes(lab).contains(scope)) {
            return refuse(
                    draft,
                    place.subject(path()) + ": the lab has no node " + MessageText.text(scope) + " with such a file",
                    "it has "
                            + String.join(
                                    ", ", scopes(lab).subList(1, scopes(lab).size())),
                    Nearest.to(scope, scopes(lab)).orElse(Settings.ALL));
        }
        if (!NAME.matcher(name).matches()) {
            return refuse(
                    draft,
                    place.subject(path()) + " is no setting",
                    "a setting's name is letters, digits and _; that of an extension's has one dot",
                    place.written(file + ".NAME", "VALUE"));
        }
        var owner = OwnedSettings.reason(file, name, value);
        if (owner.isPresent()) {
            return refuse(draft, place.subject(path()) + " is not free to choose", owner.get(), "leave it out");
        }
        if (isRole() && !roles(lab).contains(value)) {
            return refuse(
                    draft,
                    place.subject(path()) + ": the lab has no role " + MessageText.text(value),
                    "pgpool would hold down every backend that refuses it; the lab makes "
                            + String.join(", ", roles(lab)),
                    place.written(file + "." + name, "pgpool_check"));
        }
        return Optional.of(new Settings.Override(file, scope, name, value));
    }

    private boolean isRole() {
        return file.equals(Settings.PGPOOL)
                && List.of("health_check_user", "sr_check_user").contains(name.toLowerCase(Locale.ROOT));
    }

    private static List<String> roles(Lab lab) {
        return List.of("pgpool_check", "postgres", lab.credentials().user());
    }

    private List<String> scopes(Lab lab) {
        return Stream.concat(
                        Stream.of(Settings.ALL),
                        (file.equals(Settings.PGPOOL) ? lab.pgpoolNodes() : lab.postgresNodes())
                                .stream().map(Node::name))
                .toList();
    }

    private String path() {
        return file + "." + (scope.equals(Settings.ALL) ? "" : scope + ".") + name;
    }

    private Optional<Settings.Override> refuse(LabDraft draft, String what, String why, String remedy) {
        draft.refuse(place, what, why, remedy);
        return Optional.empty();
    }
}
