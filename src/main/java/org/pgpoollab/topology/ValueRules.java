package org.pgpoollab.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.pgpoollab.Nearest;
import org.pgpoollab.version.LabProgram;

/** Parses and validates the values of a lab's definition. A rule returns the value of a text or throws the reason why it is invalid. */
final class ValueRules {

    static final int MOST_NODES = 16;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Pattern IMAGE = Pattern.compile(
            "([A-Za-z0-9.-]+(:[0-9]+)?/)?[a-z0-9]+([._/-]+[a-z0-9]+)*(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(@sha256:[0-9a-f]{64})?");
    private static final Pattern PASSWORD = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final Pattern IPV4 =
            Pattern.compile("(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})");
    private static final Set<String> TAKEN_USERS =
            Set.of("postgres", "repmgr", "template0", "template1", "public", "all", "replication", "pgpool_check");

    private ValueRules() {}

    interface Rule<T> {
        T read(String text) throws InvalidValue;
    }

    static String name(String text) throws InvalidValue {
        if (!NAME.matcher(text).matches()) {
            throw new InvalidValue(
                    "a name is 1 to 31 of a-z, 0-9 and -, and begins with a letter: it names a directory", "demo");
        }
        return text;
    }

    static int count(String text, String what) throws InvalidValue {
        var why = "a lab has 1 to " + MOST_NODES + " " + what;
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new InvalidValue(why + ", written as a number", "3");
        }
        var count = Integer.parseInt(text);
        if (count < 1 || count > MOST_NODES) {
            throw new InvalidValue(why, count < 1 ? "1" : String.valueOf(MOST_NODES));
        }
        return count;
    }

    static EngineKind engine(String text) throws InvalidValue {
        return oneOf(EngineKind.values(), EngineKind::word, text, "engine");
    }

    static TimingProfile profile(String text) throws InvalidValue {
        return oneOf(TimingProfile.values(), TimingProfile::word, text, "profile");
    }

    static Release release(String text) throws InvalidValue {
        var whyNot = Release.whyNot(text);
        if (whyNot.isPresent()) {
            throw new InvalidValue(whyNot.get(), Release.OLDEST.name());
        }
        return Release.withoutMajor(text)
                .orElseThrow(() -> new InvalidValue(
                        "there is no such release; there are " + Release.listing(),
                        Nearest.to(text, Release.words()).orElse(Release.OF_MACHINE.name())));
    }

    static Optional<Integer> postgresMajor(String text) throws InvalidValue {
        var oldest = LabProgram.POSTGRESQL.oldestOfLab().major();
        if (!text.matches("[1-9][0-9]") || Integer.parseInt(text) < oldest) {
            throw new InvalidValue("it is a major version of PostgreSQL, a number from " + oldest + " on", "17");
        }
        return Optional.of(Integer.valueOf(text));
    }

    private static <T> T oneOf(T[] all, Function<T, String> word, String text, String what) throws InvalidValue {
        var words = Arrays.stream(all).map(word).toList();
        var index = words.indexOf(text);
        if (index < 0) {
            throw new InvalidValue(
                    "there is no such " + what + "; there are " + String.join(", ", words),
                    Nearest.to(text, words).orElse(words.get(0)));
        }
        return all[index];
    }

    /** Returns the first three numbers of a private /24 network. */
    static String network(String text) throws InvalidValue {
        var parts = text.split("/", -1);
        var address = numbers(parts[0]);
        if (address.isEmpty() || parts.length != 2) {
            throw new InvalidValue(
                    "a subnet is written as an address and a prefix length", AddressPlan.DEFAULT.subnet());
        }
        var network = parts[0].substring(0, parts[0].lastIndexOf('.'));
        if (!parts[1].equals(String.valueOf(AddressPlan.PREFIX_LENGTH))) {
            throw new InvalidValue(
                    "a lab's network is a /24: it gives each node its fixed place in it", network + ".0/24");
        }
        if (address.get().get(3) != 0) {
            throw new InvalidValue("the address of a /24 network ends with .0", network + ".0/24");
        }
        if (!isPrivate(address.get())) {
            throw new InvalidValue(
                    "it is not private: 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 are",
                    AddressPlan.DEFAULT.subnet());
        }
        return network;
    }

    private static boolean isPrivate(List<Integer> address) {
        var first = address.get(0);
        var second = address.get(1);
        return first == 10 || (first == 172 && second >= 16 && second < 32) || (first == 192 && second == 168);
    }

    /** Returns a VIP that is in the plan's network and not used by another host. */
    static String vip(String text, AddressPlan plan, List<Node> nodes) throws InvalidValue {
        var free = plan.network() + "." + AddressPlan.DEFAULT_VIP;
        var address = numbers(text);
        if (address.isEmpty()) {
            throw new InvalidValue("it is not an IPv4 address", free);
        }
        if (!text.startsWith(plan.network() + ".")) {
            throw new InvalidValue("it is outside the lab's subnet " + plan.subnet(), free);
        }
        if (address.get().get(3) == 0 || address.get().get(3) == 255) {
            throw new InvalidValue("the first and the last address of " + plan.subnet() + " belong to no host", free);
        }
        if (text.equals(plan.utility())) {
            throw new InvalidValue("it is the address of the utility host, from where clients come", free);
        }
        var owner = nodes.stream().filter(node -> plan.of(node).equals(text)).findFirst();
        if (owner.isPresent()) {
            throw new InvalidValue("it is the address of " + owner.get(), free);
        }
        return text;
    }

    private static Optional<List<Integer>> numbers(String address) {
        if (!IPV4.matcher(address).matches()) {
            return Optional.empty();
        }
        var numbers = Arrays.stream(address.split("\\.")).map(Integer::valueOf).toList();
        return numbers.stream().allMatch(number -> number < 256) ? Optional.of(numbers) : Optional.empty();
    }

    /** Returns the name of a container image; see the grammar of references in github.com/distribution/reference. */
    static String image(String text) throws InvalidValue {
        if (!IMAGE.matcher(text).matches()) {
            throw new InvalidValue(
                    "an image is [REGISTRY/]NAME[:TAG], its name in a-z, 0-9 and . _ - /", "bitnamilegacy/pgpool:4");
        }
        return text;
    }

    static String user(String text) throws InvalidValue {
        if (!USER.matcher(text).matches()) {
            throw new InvalidValue("a user is 1 to 63 of a-z, 0-9 and _, and begins with no digit", "admin");
        }
        if (TAKEN_USERS.contains(text) || text.startsWith("pg_")) {
            throw new InvalidValue(
                    "the lab makes this user and a database of its name, and " + text + " means something already",
                    "admin");
        }
        return text;
    }

    /**
     * Validates the user's password. Pgpool-II reads a colon in pool_passwd as the end of the password, and does not read a backslash as
     * itself.
     */
    static String userPassword(String text) throws InvalidValue {
        if (text.contains(":") || text.contains("\\")) {
            throw new InvalidValue(
                    "pgpool does not read back a password with : or \\ from its pool_passwd, and would let nobody in",
                    "a new one, or leave it out to have one made up");
        }
        return password(text);
    }

    static String password(String text) throws InvalidValue {
        if (!PASSWORD.matcher(text).matches()) {
            throw new InvalidValue(
                    "a password is 1 to 64 printable ASCII characters without spaces: it stands in files of five formats",
                    "a new one, or leave it out to have one made up");
        }
        return text;
    }
}
