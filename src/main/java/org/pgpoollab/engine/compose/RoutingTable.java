package org.pgpoollab.engine.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The IPv4 routes of this machine, which may lead to addresses that no interface has: to a VPN, or nowhere.
 *
 * @param file the kernel's table, see proc_net(5); systems other than Linux have none
 */
record RoutingTable(Path file) {

    static final RoutingTable OF_THIS_MACHINE = new RoutingTable(Path.of("/proc/net/route"));

    /** @param by the name of the interface; {@code *} for a route that drops packets */
    record Route(String by, AddressRange range) {}

    /** Returns all routes but those of the interfaces' own networks and the default route. */
    List<Route> routes() {
        try (var lines = Files.lines(file)) {
            return lines.skip(1).flatMap(line -> route(line).stream()).toList();
        } catch (IOException noSuchTable) {
            return List.of();
        }
    }

    private static Optional<Route> route(String line) {
        var fields = line.strip().split("\\s+");
        if (fields.length < 8 || !Stream.of(fields[1], fields[2], fields[7]).allMatch(RoutingTable::isNumber)) {
            return Optional.empty();
        }
        var ones = Long.bitCount(number(fields[7]));
        var isOwnNetwork = number(fields[2]) == 0 && !fields[0].equals("*");
        if (ones == 0 || isOwnNetwork) {
            return Optional.empty();
        }
        var address = number(fields[1]);
        return AddressRange.of((address & 255) + "." + (address >> 8 & 255) + "." + (address >> 16 & 255) + "."
                        + (address >> 24) + "/" + ones)
                .map(range -> new Route(fields[0], range));
    }

    private static boolean isNumber(String field) {
        return field.matches("[0-9A-Fa-f]{8}");
    }

    /** The first byte of an address is the last of its number, because processors that Docker commonly runs on are little-endian. */
    private static long number(String field) {
        return Long.parseLong(field, 16);
    }
}
