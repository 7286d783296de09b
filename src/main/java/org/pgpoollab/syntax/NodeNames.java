package org.pgpoollab.syntax;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Completes a NODE with role words and the nodes of the lab, if that is known. Each subclass offers only the nodes that its parameter
 * accepts.
 */
public abstract class NodeNames implements FollowingWords {

    private static final List<String> WATCHDOG = List.of("leader");

    private final Predicate<Node> fits;
    private final List<String> roles;

    private NodeNames(Predicate<Node> fits, String... roles) {
        this.fits = fits;
        this.roles = List.of(roles);
    }

    /** Returns the role words, then the nodes; a lab without a watchdog has no leader. */
    @Override
    public List<String> after(List<String> before, Optional<Lab> lab) {
        var hasLeader = lab.map(Lab::hasWatchdog).orElse(true);
        var names = lab.stream().flatMap(known -> known.nodes().stream()).filter(fits);
        return Stream.concat(
                        roles.stream().filter(role -> hasLeader || !WATCHDOG.contains(role)), names.map(Node::name))
                .toList();
    }

    @Override
    public boolean areDistinct() {
        return true;
    }

    /** Any number of nodes of both kinds. */
    public static final class Any extends NodeNames {
        Any() {
            super(node -> true, "primary", "standby", "standbys", "leader", "vip", "all");
        }
    }

    /** One node of either kind. */
    public static final class One extends NodeNames {
        One() {
            super(node -> true, "primary", "standby", "leader", "vip");
        }
    }

    public static final class AnyPostgres extends NodeNames {
        AnyPostgres() {
            super(Node::isPostgres, "primary", "standby", "standbys");
        }
    }

    public static final class OnePostgres extends NodeNames {
        OnePostgres() {
            super(Node::isPostgres, "primary", "standby");
        }
    }

    /** One PostgreSQL node; which of them is a standby is not known here. */
    public static final class OneStandby extends NodeNames {
        OneStandby() {
            super(Node::isPostgres, "standby");
        }
    }

    public static final class OnePool extends NodeNames {
        OnePool() {
            super(Node::isPgpool, "leader", "vip");
        }
    }
}
