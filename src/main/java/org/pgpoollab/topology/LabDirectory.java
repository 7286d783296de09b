package org.pgpoollab.topology;

import java.nio.file.Files;
import java.nio.file.Path;

/** Names the files in the directory of one lab. */
public record LabDirectory(Path root) {

    /** Returns the path of lab.yaml, with the complete definition of the lab, including passwords. */
    public Path labFile() {
        return root.resolve("lab.yaml");
    }

    /** Returns the file that names the format of the lab's files. */
    public Path format() {
        return root.resolve(".format");
    }

    /** Returns the directory of a node, which the node sees as its own. */
    public Path of(Node node) {
        return root.resolve(node.name());
    }

    /** Returns the directory with the files for clients, including password files. */
    public Path client() {
        return root.resolve("client");
    }

    /** Returns the file with the paths of the lab's programs, so that later commands need not search. */
    public Path binaries() {
        return root.resolve(".binaries");
    }

    /** Returns the file with the paths of a node's own programs; there is one only for a node that has others than the lab. */
    public Path binaries(Node node) {
        return root.resolve(".binaries-" + node);
    }

    /** Returns the link to the directory of its programs; it exists only if the nodes need one. */
    public Path programs() {
        return root.resolve(".programs");
    }

    /** Returns the marker file that exists once the lab has been ready. */
    public Path proven() {
        return root.resolve(".proven");
    }

    /**
     * Returns the marker file that exists once every PostgreSQL node has had its data and its row in repmgr's table; from then on clients
     * may have written.
     */
    public Path dataMade() {
        return root.resolve(".data");
    }

    /** Returns whether the data of the lab may be valuable; if not, {@code up} starts it from scratch. */
    public boolean isOfValue() {
        return Files.exists(proven()) || Files.exists(dataMade());
    }

    /** Returns the file of the active faults. */
    public Path faults() {
        return root.resolve("faults.json");
    }

    /** Returns the file of the faults that nothing shows. */
    public Path hiddenFaults() {
        return root.resolve(".hidden");
    }

    /** Returns the file of the challenge that runs. */
    public Path challenge() {
        return root.resolve(".challenge");
    }

    /** Returns the file of the lesson that is played. */
    public Path lessonRun() {
        return root.resolve(".lesson.json");
    }

    /** Returns the copy of the text of the lesson that is played. */
    public Path lessonText() {
        return root.resolve(".lesson.md");
    }

    /** Returns the event journal, with a line of JSON for each event. */
    public Path events() {
        return root.resolve("events.jsonl");
    }

    /** Returns the journal of earlier events. */
    public Path olderEvents() {
        return root.resolve("events.old.jsonl");
    }

    /** Returns the directory of the snapshots that watchers kept. */
    public Path snapshots() {
        return root.resolve("snapshots");
    }

    /** Returns the file that is locked by the one process that writes events. */
    public Path eventsLock() {
        return root.resolve(".events.lock");
    }

    /** Returns the file whose modification time is the last time at which a process watched the lab. */
    public Path watched() {
        return root.resolve(".events.watched");
    }

    /** Returns the file that names the process that is starting the lab. */
    public Path starting() {
        return root.resolve(".starting");
    }

    /** Returns the directory of the load, with its ledgers and its status. */
    public Path load() {
        return root.resolve("load");
    }

    /** Returns the directory of the lab's saves. */
    public Path saves() {
        return root.resolve(".saves");
    }
}
