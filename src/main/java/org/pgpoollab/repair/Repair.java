package org.pgpoollab.repair;

import java.util.Objects;
import java.util.Optional;
import org.pgpoollab.topology.Node;

/**
 * A proposed repair of one node.
 *
 * @param why the observed reason for it, as a sentence
 * @param effect what it changes, and what of that cannot be undone
 * @param discards whether what only this node has is lost
 */
public record Repair(RepairMethod way, Node node, String why, String effect, boolean discards) {

    public Repair {
        Objects.requireNonNull(way);
        Objects.requireNonNull(node);
        Objects.requireNonNull(why);
        Objects.requireNonNull(effect);
    }

    public String title() {
        return way == RepairMethod.RENEW ? "restart all pgpools" : way.verb() + " " + node;
    }

    /** Returns whether the node has to log in on another one as the role repmgr. */
    public boolean needsLogin() {
        return switch (way) {
            case REJOIN, RECLONE, FOLLOW -> true;
            case START -> node.isPostgres();
            case FENCE, RESTART, RAISE, MOVE_VIP, RENEW, REGISTER, UNPAUSE, ROLES, PROMOTE, ATTACH -> false;
        };
    }

    static Repair of(RepairMethod way, Node node, String why) {
        return new Repair(way, node, why, effect(way), way == RepairMethod.REJOIN || way == RepairMethod.RECLONE);
    }

    /**
     * Returns the repair to try when this one fails, which costs more and repairs more; empty if there is none.
     *
     * @param primary of which the other nodes become standbys
     */
    public Optional<Repair> otherwise(Node primary) {
        var failed = title() + " has failed";
        if (node.equals(primary)) {
            return way == RepairMethod.ATTACH
                    ? Optional.of(of(RepairMethod.RENEW, Node.pgpool(0), failed))
                    : Optional.empty();
        }
        if (!node.isPostgres()) {
            return Optional.empty();
        }
        return switch (way) {
            case START, FOLLOW -> Optional.of(of(RepairMethod.REJOIN, node, failed));
            case REJOIN -> Optional.of(of(RepairMethod.RECLONE, node, failed));
            case FENCE, RESTART, RAISE, MOVE_VIP, RENEW, REGISTER, UNPAUSE, ROLES, PROMOTE, RECLONE, ATTACH ->
                Optional.empty();
        };
    }

    private static String effect(RepairMethod way) {
        return switch (way) {
            case FENCE -> "its PostgreSQL processes are killed; what it has written stays";
            case START -> "its servers run again; no data is lost";
            case RESTART -> "its clients lose their sessions; no data is lost";
            case RAISE -> "it has what the primary has, and is restarted for it; its clients lose their sessions";
            case RENEW -> "all clients lose their sessions; the pgpools look anew who is up, and who is primary";
            case MOVE_VIP -> "clients find one pgpool again; sessions through another one that had it are lost";
            case REGISTER -> "repmgr's table says what PostgreSQL says; no data is lost";
            case UNPAUSE -> "one of them promotes a standby when the primary fails; no data is lost";
            case ROLES -> "they can log in again, with the passwords of the lab's files; no data is lost";
            case PROMOTE ->
                "it begins a new timeline and takes writes; a former primary can then come back only as a standby";
            case REJOIN ->
                "pg_rewind takes back what only this node has, and it becomes a standby; what it had is kept if there is room";
            case RECLONE -> "a copy of the primary's data takes the place of its own, which is kept if there is room";
            case FOLLOW -> "it gets its WAL from another node; no data is lost";
            case ATTACH -> "pgpools send it queries again; no data is lost";
        };
    }
}
