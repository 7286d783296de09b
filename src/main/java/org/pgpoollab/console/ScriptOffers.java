package org.pgpoollab.console;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.output.Output;
import org.pgpoollab.output.PrintableMessage;
import org.pgpoollab.script.PlayedScript;
import org.pgpoollab.script.Script;
import org.pgpoollab.session.ScriptPlayer;

/** Offers the steps of the script that is played, one after another, and decides what a typed line means for its place. */
final class ScriptOffers {

    private final ScriptPlayer player;
    private final Output output;
    private final Clock clock;
    private Optional<PlayedScript> offered = Optional.empty();
    private boolean hasFailed;

    /** @param output where the comments are shown */
    ScriptOffers(ScriptPlayer player, Output output, Clock clock) {
        this.player = player;
        this.output = output;
        this.clock = clock;
    }

    /** Shows what is said before the next step, and returns its command; empty if no script is played. */
    Optional<String> offer() {
        var played = player.playing();
        if (played.isPresent() && played.orElseThrow().isOver()) {
            end(played.orElseThrow());
            played = Optional.empty();
        }
        played.ifPresent(this::show);
        offered = played;
        hasFailed = false;
        return played.map(next -> next.step().command());
    }

    /**
     * Goes on with the next step if the line that was run stands for the one that was offered, and succeeded.
     *
     * @param isEdited whether the line was made from the command that was offered
     */
    void ran(String line, boolean isEdited, Exit exit) {
        if (offered.isEmpty() || !player.playing().equals(offered)) {
            return;
        }
        var step = offered.orElseThrow();
        if (!step.isStep(line, isEdited)) {
            return;
        }
        hasFailed = exit != Exit.DONE;
        if (!hasFailed) {
            player.play(step.next());
        }
    }

    private void show(PlayedScript played) {
        if (isOther(played.script())) {
            introduce(played.script());
        }
        if (hasFailed) {
            dim(number(played) + " did not succeed, and comes again; 'play next' goes on without it");
            return;
        }
        dim(place(played));
        played.step().comments().forEach(comment -> dim("  " + comment));
    }

    private boolean isOther(Script script) {
        return offered.filter(before -> before.script().equals(script)).isEmpty();
    }

    private void introduce(Script script) {
        dim(script.file() + ": Enter runs the command, ^U clears it for another one; 'help play' says more");
    }

    /** Returns {@code 7 of 24 · 12 min · A first failover}. */
    private String place(PlayedScript played) {
        var section = played.step().section();
        return number(played) + " · " + minutes(played) + (section.isEmpty() ? "" : " · " + section);
    }

    private static String number(PlayedScript played) {
        return (played.position() + 1) + " of " + played.script().steps().size();
    }

    private String minutes(PlayedScript played) {
        return Duration.between(played.started(), clock.instant()).toMinutes() + " min";
    }

    private void end(PlayedScript played) {
        player.stop();
        played.script().closing().forEach(comment -> dim("  " + comment));
        dim("The script has ended after " + minutes(played) + ".");
    }

    private void dim(String text) {
        output.note(output.style().dim(PrintableMessage.text(text)));
    }
}
