package org.pgpoollab.repair;

/** The method of a repair. */
public enum RepairMethod {
    /** Kills the node's frozen processes: until then every connection to it waits. */
    FENCE("fence"),
    /** Starts the node's servers. */
    START("start"),
    /** Stops and starts the node's servers. */
    RESTART("restart"),
    /** Raises the node's settings to at least the primary's values, and restarts it. */
    RAISE("raise the settings of"),
    /** Stops all pgpools, and starts them without saved status. */
    RENEW("renew"),
    /** Removes the virtual address from all other pgpools, and assigns it to this one. */
    MOVE_VIP("move the VIP to"),
    /** Corrects the node's row in repmgr's table. */
    REGISTER("register"),
    /** Lets the repmgrds of all nodes promote again. */
    UNPAUSE("unpause the repmgrds from"),
    /** Gives the lab's roles the passwords of the lab's files. */
    ROLES("restore the roles on"),
    /** Promotes the node to primary. */
    PROMOTE("promote"),
    /** Rewinds the node to where it left the primary's history, and makes it follow the primary from there. */
    REJOIN("rejoin"),
    /** Gives the node a fresh copy of the primary's data. */
    RECLONE("reclone"),
    /** Makes the node follow another upstream. */
    FOLLOW("follow"),
    /** Makes the pgpools use the node as a backend. */
    ATTACH("attach");

    private final String verb;

    RepairMethod(String verb) {
        this.verb = verb;
    }

    /** Returns the name of the command that does the repair. */
    public String verb() {
        return verb;
    }
}
