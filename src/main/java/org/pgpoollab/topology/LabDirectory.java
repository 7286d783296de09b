package org.pgpoollab.topology;

import java.nio.file.Files;
import java.nio.file.Path;

/** What stands where in the directory of one lab. */
public record LabDirectory(Path root) {

    /** lab.yaml, with everything that the lab is, passwords too. */
    public Path labFile() {
        return root.resolve("lab.yaml");
    }

    /** What the node itself sees as its own directory. */
    public Path of(Node node) {
        return root.resolve(node.name());
    }

    /** What clients need, password files among it. */
    public Path client() {
        return root.resolve("client");
    }

    /** Where this lab's programs are: later commands need not search. */
    public Path binaries() {
        return root.resolve(".binaries");
    }

    /** A link to where its programs are, there only if the nodes need one. */
    public Path programs() {
        return root.resolve(".programs");
    }

    /** There once the lab has been ready. */
    public Path proven() {
        return root.resolve(".proven");
    }

    /** There once every PostgreSQL node has had its data and its row in repmgr's table: from then on clients may have written. */
    public Path dataMade() {
        return root.resolve(".data");
    }

    /** Whether the data of the lab may be of value: else its first start is begun anew. */
    public boolean isOfValue() {
        return Files.exists(proven()) || Files.exists(dataMade());
    }

    /** The faults that are wished. */
    public Path faults() {
        return root.resolve("faults.json");
    }

    /** What happened, a line of JSON for each event. */
    public Path events() {
        return root.resolve("events.jsonl");
    }

    /** What happened before that. */
    public Path olderEvents() {
        return root.resolve("events.old.jsonl");
    }

    /** Locked by the one watcher that writes events. */
    public Path eventsLock() {
        return root.resolve(".events.lock");
    }

    /** When it was last changed is until when somebody watched. */
    public Path watched() {
        return root.resolve(".events.watched");
    }

    /** Which process is bringing the lab up. */
    public Path starting() {
        return root.resolve(".starting");
    }

    /** What a load keeps: its ledgers, and how it goes. */
    public Path load() {
        return root.resolve("load");
    }
}
