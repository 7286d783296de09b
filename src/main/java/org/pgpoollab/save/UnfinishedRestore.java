package org.pgpoollab.save;

import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;

/**
 * A restore that was not completed, because the program was killed or a step failed.
 *
 * @param save the name of the save that was restored
 * @param before the name of the save of what was there before
 * @param isMixed whether files of the lab and of the save are mixed; otherwise the lab has those of the save, and what was there is a save
 */
public record UnfinishedRestore(String save, String before, boolean isMixed) {

    /** Returns the last one of a lab; empty if all were completed, or what was there before is not kept any more. */
    public static Optional<UnfinishedRestore> of(SaveStore store) {
        return ExchangeNote.read(store.exchange())
                .map(note -> new UnfinishedRestore(note.save(), note.before(), true))
                .or(() -> ExchangeNote.read(store.exchanged())
                        .filter(note -> store.names().contains(note.before()))
                        .map(note -> new UnfinishedRestore(note.save(), note.before(), false)));
    }

    /** Returns one during which files were mixed, so that the lab cannot be used before they are put back. */
    public static Optional<UnfinishedRestore> mixed(SaveStore store) {
        return of(store).filter(UnfinishedRestore::isMixed);
    }

    public Problem problem() {
        return isMixed
                ? new Problem(
                        "the restore of " + save + " was interrupted",
                        "it was ended while it exchanged the lab's files; up puts back what was there, and starts it",
                        "up, or once more: restore " + save)
                : new Problem(
                        "the restore of " + save + " is not complete",
                        "the lab has the files of " + save + "; what it was before is kept as the save " + before,
                        "restore " + before + ", or once more: restore " + save);
    }

    /** Returns what a command is told that needs the lab's own files. */
    public LabException refusal() {
        return LabException.failed(problem().what(), problem().why(), problem().remedy());
    }
}
