package org.pgpoollab.engine.compose;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what else has addresses of a lab's subnet. Docker compares only with its own networks; it does not see the machine's. */
record NetworkConflict(Docker docker, RoutingTable table) {

    NetworkConflict(Docker docker) {
        this(docker, RoutingTable.OF_THIS_MACHINE);
    }

    /** @param what its owner in words */
    private record Used(String what, AddressRange range) {}

    /**
     * Returns what has addresses of the subnet, in words; empty if nothing has.
     *
     * @param own the name of the lab's own network, which is no conflict
     */
    Optional<String> with(String subnet, String own) {
        var wished = AddressRange.of(subnet).orElseThrow();
        var ofDocker = ofDocker();
        var conflict = ofDocker.stream()
                .filter(used ->
                        !used.what().equals(network(own)) && used.range().overlaps(wished))
                .findFirst();
        return conflict.or(() -> Stream.concat(ofMachine().stream(), ofRoutesWithin(wished))
                        // Docker's own bridges are interfaces, too.
                        .filter(used -> ofDocker.stream()
                                .noneMatch(known -> known.range().equals(used.range())))
                        .filter(used -> used.range().overlaps(wished))
                        .findFirst())
                .map(used -> used.what() + " has " + used.range());
    }

    /**
     * Returns the first network that is free, in a circle from a number on, so that labs that start at the same time do not all try the
     * same one; empty if none is.
     *
     * @param two the first two numbers: {@code 10.77}
     * @param start the third number to begin with
     * @param reserve keeps a network from other labs that are about to be made; false if one of them has it already
     * @return three numbers: {@code 10.77.3}
     */
    Optional<String> free(String two, int start, Predicate<String> reserve) {
        var used = new ArrayList<>(ofDocker());
        used.addAll(ofMachine());
        used.addAll(
                ofRoutesWithin(AddressRange.of(two + ".0.0/16").orElseThrow()).toList());
        return IntStream.range(0, 256)
                .mapToObj(more -> two + "." + (start + more) % 256)
                .filter(network -> used.stream()
                        .noneMatch(each -> each.range()
                                .overlaps(AddressRange.of(network + ".0/24").orElseThrow())))
                .filter(reserve)
                .findFirst();
    }

    private static String network(String name) {
        return "the network " + name + " of Docker";
    }

    private List<Used> ofDocker() {
        var words = new ArrayList<>(
                List.of("network", "inspect", "-f", "{{.Name}}{{range .IPAM.Config}} {{.Subnet}}{{end}}"));
        docker.must("the networks of Docker cannot be listed", List.of("network", "ls", "-q"))
                .lines()
                .forEach(words::add);
        return docker.run(words)
                .output()
                .lines()
                .map(line -> line.split(" "))
                .flatMap(fields -> Arrays.stream(fields)
                        .skip(1)
                        .flatMap(subnet -> AddressRange.of(subnet).stream())
                        .map(range -> new Used(network(fields[0]), range)))
                .toList();
    }

    /** Routes to wider ranges are left out: the lab's own route, which is more exact, goes before them. */
    private Stream<Used> ofRoutesWithin(AddressRange range) {
        return table.routes().stream()
                .filter(route -> route.range().isWithin(range))
                .map(route -> new Used(
                        route.by().equals("*")
                                ? "a route of this machine that drops packets"
                                : "a route of this machine by " + route.by(),
                        route.range()));
    }

    private static List<Used> ofMachine() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(each -> each.getInterfaceAddresses().stream()
                            .flatMap(address -> AddressRange.of(
                                    address.getAddress().getHostAddress() + "/" + address.getNetworkPrefixLength())
                                    .stream())
                            .map(range -> new Used("the interface " + each.getName() + " of this machine", range)))
                    .toList();
        } catch (SocketException unknown) {
            return List.of();
        }
    }
}
