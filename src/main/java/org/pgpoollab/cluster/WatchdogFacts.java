package org.pgpoollab.cluster;

import java.util.List;
import java.util.Optional;

/**
 * What one pgpool's watchdog reports, from {@code pcp_watchdog_info}.
 *
 * @param quorum {@code QUORUM EXIST}, {@code QUORUM IS ON THE EDGE}, {@code NO QUORUM}, …: only the leader's value counts
 * @param leader the host name of the leader; empty if this pgpool knows none
 * @param needed how many members must be alive for a quorum, as this pgpool counts: it depends on how many members its configuration names,
 *     and on {@code enable_consensus_with_half_votes}
 * @param members all pgpools of this pgpool's configuration, itself included, even such as it has never met
 */
public record WatchdogFacts(String quorum, String leader, int needed, List<Member> members) {

    /** @param state {@code LEADER}, {@code STANDBY}, {@code LOST}, {@code SHUTDOWN}, {@code INITIALIZING}, … */
    public record Member(String name, String state, String membership) {

        public boolean isAlive() {
            return takesPart(state);
        }

        /** Whether it counts for the quorum. Its membership is {@code MEMBER}, or else why it was removed. */
        public boolean counts() {
            return membership.equals("MEMBER");
        }
    }

    public WatchdogFacts {
        members = List.copyOf(members);
    }

    public Optional<Member> member(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    /** Returns whether a pgpool in this state takes part: it counts for the quorum, and votes. */
    public static boolean takesPart(String state) {
        return state.equals("LEADER") || state.equals("STANDBY");
    }

    /** Returns how many members take part. */
    public int alive() {
        return (int) members.stream().filter(Member::isAlive).count();
    }

    /** Returns how many members count for the quorum, alive or not. */
    public int total() {
        return (int) members.stream().filter(Member::counts).count();
    }

    public boolean hasQuorum() {
        return quorum.contains("EXIST") || quorum.contains("EDGE");
    }
}
