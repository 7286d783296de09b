package org.pgpoollab.repair;

/** How a node comes back. */
public enum RepairMethod {
    /** Its frozen processes are killed: until then whoever asks it waits. */
    FENCE("fence"),
    /** Its servers are started. */
    START("start"),
    /** Its servers are stopped and started. */
    RESTART("restart"),
    /** Its settings become no lower than the primary's, and it is restarted. */
    RAISE("raise the settings of"),
    /** All pgpools are stopped, and started with nothing remembered. */
    RENEW("renew"),
    /** The virtual address is taken from whoever else has it, and given to it. */
    MOVE_VIP("move the VIP to"),
    /** repmgr's table is told what it is. */
    REGISTER("register"),
    /** The repmgrds of all nodes promote again. */
    UNPAUSE("unpause the repmgrds from"),
    /** The lab's roles get the passwords of the lab's files. */
    ROLES("restore the roles on"),
    /** It becomes the primary. */
    PROMOTE("promote"),
    /** It is rewound to where it left the primary's history, and follows it from there. */
    REJOIN("rejoin"),
    /** It gets a fresh copy of the primary's data. */
    RECLONE("reclone"),
    /** It is told whom to follow. */
    FOLLOW("follow"),
    /** The pgpools are told to use it. */
    ATTACH("attach");

    private final String verb;

    RepairMethod(String verb) {
        this.verb = verb;
    }

    /** As the command that does it is called. */
    public String verb() {
        return verb;
    }
}
