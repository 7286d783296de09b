package org.pgpoollab.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.pgpoollab.LabException;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.fault.Fault.Cut;
import org.pgpoollab.fault.Fault.Fill;
import org.pgpoollab.fault.Fault.Impairment;
import org.pgpoollab.fault.Fault.Isolate;
import org.pgpoollab.fault.Fault.Lag;
import org.pgpoollab.fault.Fault.Lie;
import org.pgpoollab.fault.Fault.Off;
import org.pgpoollab.fault.Fault.Pause;
import org.pgpoollab.fault.Fault.PauseServer;
import org.pgpoollab.fault.Fault.Port;
import org.pgpoollab.fault.Fault.Slow;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Parses faults and their parts from text. */
public final class FaultText {

    private static final Pattern PORT = Pattern.compile("([0-9]{1,5})(?:/(tcp|udp))?");
    private static final Pattern RATE = Pattern.compile("[0-9]{1,6}(?:[kmg]?bit)");

    private FaultText() {}

    /** Parses what {@link Fault#text} wrote; empty for any other text. */
    public static Optional<Fault> parse(String text) {
        try {
            return Optional.of(Words.of(text).fault());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NoSuchElementException | LabException strange) {
            return Optional.empty();
        }
    }

    /**
     * Parses a port: {@code 5432}, {@code 5432/tcp}, {@code 9694/udp}.
     *
     * @throws LabException with status 2 for any other text
     */
    public static Port port(String typed) {
        var matcher = PORT.matcher(typed);
        if (!matcher.matches() || !isPort(Integer.parseInt(matcher.group(1)))) {
            throw LabException.usage(
                    "\"" + typed + "\" is no port",
                    "a port is a number from 1 to 65535",
                    "--port 5432; --port 9694/udp");
        }
        var protocol = matcher.group(2) == null ? "any" : matcher.group(2);
        return new Port(Integer.parseInt(matcher.group(1)), Port.Protocol.valueOf(protocol.toUpperCase(Locale.ROOT)));
    }

    private static boolean isPort(int number) {
        return number > 0 && number <= 65_535;
    }

    /**
     * Returns a rate in the form that tc(8) accepts, {@code 1mbit}; empty stays empty.
     *
     * @throws LabException with status 2 for any other text
     */
    public static String rate(String typed) {
        if (!typed.isEmpty() && !RATE.matcher(typed).matches()) {
            throw LabException.usage(
                    "\"" + typed + "\" is no rate", "a rate is a number of bits a second", "--rate 1mbit");
        }
        return typed;
    }

    private record Words(List<String> plain, Map<String, String> options) {

        static Words of(String text) {
            var plain = new ArrayList<String>();
            var options = new HashMap<String, String>();
            var words = List.of(text.strip().split(" +"));
            for (var i = 0; i < words.size(); i++) {
                var word = words.get(i);
                if (word.equals("--one-way")) {
                    options.put(word, "");
                } else if (word.startsWith("--")) {
                    options.put(word, words.get(++i));
                } else {
                    plain.add(word);
                }
            }
            return new Words(plain, options);
        }

        Fault fault() {
            return switch (plain.get(0)) {
                case "kill" -> new Off(node(1));
                case "pause" -> pause();
                case "isolate" -> new Isolate(node(1));
                case "cut" -> new Cut(group(1), group(2), options.containsKey("--one-way"), portOption());
                case "slow" -> new Slow(group(1), group(2), impairment());
                case "lag" -> new Lag(node(1));
                case "fill" -> new Fill(node(1));
                case "lie" -> new Lie(node(1), node(2));
                default -> throw new IllegalArgumentException("no fault: " + plain.get(0));
            };
        }

        private Fault pause() {
            var program = options.get("--process");
            return program == null
                    ? new Pause(node(1))
                    : new PauseServer(node(1), Server.valueOf(program.toUpperCase(Locale.ROOT)));
        }

        private Port portOption() {
            var port = options.get("--port");
            return port == null ? Port.ANY : port(port);
        }

        private Impairment impairment() {
            var delay = plain.get(3).equals("0ms") ? Duration.ZERO : TimeSpan.parse(plain.get(3));
            return new Impairment(
                    delay,
                    Integer.parseInt(options.getOrDefault("--loss", "0")),
                    rate(options.getOrDefault("--rate", "")));
        }

        private Node node(int place) {
            return parsed(plain.get(place));
        }

        private SortedSet<Node> group(int place) {
            var nodes = new TreeSet<Node>();
            Arrays.stream(plain.get(place).split(",")).map(Words::parsed).forEach(nodes::add);
            return nodes;
        }

        private static Node parsed(String name) {
            return Node.parse(name).orElseThrow();
        }
    }
}
