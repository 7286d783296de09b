package org.pgpoollab.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Release;
import org.pgpoollab.topology.TimingProfile;

/**
 * What the labs of a comparison differ in, as it is typed: {@code fast,bitnami}, {@code release=machine,trixie}, {@code engine=…}, or a
 * setting as after {@code --set}: {@code pgpool.health_check_period=2,10}.
 *
 * @param key {@code profile}, {@code release}, {@code engine}, or the name of a setting with its server
 * @param values at least two, all different
 */
record CompareAxis(String key, List<String> values) {

    CompareAxis {
        values = List.copyOf(values);
    }

    /** @throws LabException with status 2 if the key or a value is unknown, or there are not two values */
    static CompareAxis parse(String typed) {
        var equals = typed.indexOf('=');
        var key =
                equals < 0 ? LabKey.PROFILE.word() : typed.substring(0, equals).strip();
        var values = Arrays.stream(typed.substring(equals + 1).split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
        var axis = new CompareAxis(key, values);
        axis.check(typed);
        return axis;
    }

    private void check(String typed) {
        var known = named().map(CompareAxis::words);
        if (known.isEmpty() && !key.contains(".")) {
            var keys = List.of(LabKey.RELEASE.word(), LabKey.PROFILE.word(), LabKey.ENGINE.word());
            throw LabException.usage(
                    "--compare does not know \"" + key + "\"",
                    "labs are compared by " + String.join(", ", keys) + ", or by a setting: pgpool.health_check_period",
                    "drill primary-loss --compare "
                            + example(Nearest.to(key, keys).orElse(LabKey.RELEASE.word())));
        }
        known.ifPresent(this::check);
        if (values.size() < 2 || values.contains("")) {
            throw LabException.usage(
                    "--compare takes two values or more",
                    "given: \"" + typed + "\"",
                    "drill primary-loss --compare " + example(key));
        }
    }

    /** Returns an axis of this key that is valid. */
    private static String example(String key) {
        return switch (key) {
            case "profile" -> "fast,bitnami";
            case "release" -> "release=machine,trixie";
            case "engine" -> "engine=native,compose";
            default -> key + "=2,10";
        };
    }

    private void check(List<String> known) {
        var wrong = values.stream()
                .filter(value -> !value.isEmpty() && !known.contains(value))
                .findFirst();
        if (wrong.isPresent()) {
            throw LabException.usage(
                    "there is no " + key + " \"" + wrong.get() + "\"",
                    "there are " + String.join(", ", known),
                    "drill primary-loss --compare " + key + "=" + corrected(known));
        }
    }

    /** Returns the values with known ones instead of unknown ones, the nearest where one is near; at least two. */
    private String corrected(List<String> known) {
        var near = values.stream()
                .flatMap(value -> known.contains(value) ? Stream.of(value) : Nearest.to(value, known).stream());
        return Stream.concat(near, known.stream())
                .distinct()
                .limit(Math.max(2, values.size()))
                .collect(Collectors.joining(","));
    }

    private Optional<LabKey> named() {
        return Stream.of(LabKey.PROFILE, LabKey.RELEASE, LabKey.ENGINE)
                .filter(named -> named.word().equals(key))
                .findFirst();
    }

    private static List<String> words(LabKey key) {
        return switch (key) {
            case PROFILE ->
                Stream.of(TimingProfile.values()).map(TimingProfile::word).toList();
            case RELEASE -> Release.words();
            case ENGINE -> Stream.of(EngineKind.values()).map(EngineKind::word).toList();
            default -> throw new IllegalArgumentException(key.word());
        };
    }

    /** Returns what stands above the column of a lab: the value, for a setting with its name. */
    String title(String value) {
        return named().isPresent() ? value : key.substring(key.lastIndexOf('.') + 1) + "=" + value;
    }

    LabOptions apply(String value, LabOptions options) {
        return named().map(named -> options.with(named, value))
                .orElseGet(() -> options.withCompared(key + "=" + value));
    }
}
