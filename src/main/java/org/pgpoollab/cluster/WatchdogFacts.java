package org.pgpoollab.cluster;

import java.util.List;
import java.util.Optional;

/**
 * What one pgpool's watchdog reports, from {@code pcp_watchdog_info}.
 *
 * @param quorum {@code QUORUM EXIST}, {@code QUORUM IS ON THE EDGE}, {@code NO QUORUM}, …: only the leader's value counts
 * @param leader the host name of the leader; empty if this pgpool knows none
 */
public record WatchdogFacts(String quorum, String leader, List<Member> members) {

    /** @param state {@code LEADER}, {@code STANDBY}, {@code LOST}, {@code SHUTDOWN}, {@code INITIALIZING}, … */
    public record Member(String name, String state, String membership) {

        public boolean isAlive() {
            return state.equals("LEADER") || state.equals("STANDBY");
        }
    }

    public WatchdogFacts {
        members = List.copyOf(members);
    }

    public Optional<Member> member(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    public boolean hasQuorum() {
        return quorum.contains("EXIST") || quorum.contains("EDGE");
    }
}
