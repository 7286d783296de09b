package org.pgpoollab.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import org.pgpoollab.topology.TimingProfile;
import org.pgpoollab.version.LabProgram;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

/**
 * One side of a comparison, as it is typed: {@code pgpool=4.6,postgres=17}, {@code bitnami}, or {@code machine}, which changes nothing.
 *
 * @param text the side as it was typed
 * @param versions the versions of the programs
 * @param profile the word of the timing profile; empty for that of the lab
 */
public record ConfigChoice(String text, ProgramVersions versions, String profile) {

    private static final String MACHINE = "machine";
    private static final String PROFILE = "profile";

    /**
     * Parses one side.
     *
     * @param usual the versions of the programs that are not named
     * @throws LabException with status 2 if a word is unknown
     */
    public static ConfigChoice parse(String text, ProgramVersions usual) {
        var choice = new ConfigChoice(text, usual, "");
        for (var part : text.split(",", -1)) {
            var equals = part.indexOf('=');
            choice = equals < 0
                    ? choice.withWord(part)
                    : choice.with(part.substring(0, equals), part.substring(equals + 1));
        }
        return choice;
    }

    /** The words that stand alone, for completion. */
    public static final class Words extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Words() {
            super(words());
        }
    }

    /** Returns the words that stand alone: profiles, and this machine. */
    private static List<String> words() {
        return Stream.concat(Stream.of(MACHINE), profiles().stream()).toList();
    }

    private static List<String> profiles() {
        return Arrays.stream(TimingProfile.values()).map(TimingProfile::word).toList();
    }

    private ConfigChoice withWord(String word) {
        if (word.equals(MACHINE)) {
            return this;
        }
        if (profiles().contains(word)) {
            return new ConfigChoice(text, versions, word);
        }
        var all = new ArrayList<>(words());
        Stream.concat(Stream.of(LabProgram.values()).map(LabProgram::word), Stream.of(PROFILE))
                .map(key -> key + "=")
                .forEach(all::add);
        throw refused(word, "a side is " + String.join(", ", all) + ", joined by commas", Nearest.to(word, all));
    }

    private ConfigChoice with(String key, String value) {
        if (key.equals(PROFILE)) {
            if (profiles().contains(value)) {
                return new ConfigChoice(text, versions, value);
            }
            throw refused(value, "profiles are " + String.join(", ", profiles()), Nearest.to(value, profiles()));
        }
        var program = LabProgram.ofWord(key);
        if (program.isEmpty()) {
            var keys = Stream.of(LabProgram.values()).map(LabProgram::word).toList();
            throw refused(
                    key,
                    "programs are " + String.join(", ", keys),
                    Nearest.to(key, keys).map(near -> near + "=" + value));
        }
        var version = ProgramVersion.parse(value);
        if (version.isEmpty()) {
            throw refused(
                    key + "=" + value,
                    "a version is numbers with points",
                    Optional.of(key + "=" + program.get().newest()));
        }
        return new ConfigChoice(text, versions.with(program.get(), version.get()), profile);
    }

    private static LabException refused(String word, String why, Optional<String> instead) {
        return LabException.usage(
                "diff-config does not know " + (word.isEmpty() ? "an empty word" : word),
                why,
                "diff-config " + instead.orElse("pgpool=4.3") + " pgpool=4.7");
    }

    /** Returns the versions and the profile as a title. */
    public String title() {
        return versions.text() + (profile.isEmpty() ? "" : ", profile " + profile);
    }
}
