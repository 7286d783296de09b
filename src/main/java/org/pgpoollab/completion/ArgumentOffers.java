package org.pgpoollab.completion;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pgpoollab.syntax.CandidateWords;
import org.pgpoollab.syntax.LabNames;
import org.pgpoollab.syntax.SaveNames;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Model.ArgSpec;

/** Finds what is offered for an argument, from the same candidates as the prompt. */
final class ArgumentOffers {

    /** A lab with nodes of both kinds and a watchdog. Its nodes stand for those of every lab. */
    private static final Lab SAMPLE = LabFile.withoutFile(LabOptions.NONE).lab();

    private static final Pattern DIRECTORY = Pattern.compile("\\b(DIRECTORY|FOLDER)\\b");
    private static final Pattern FILE = Pattern.compile("\\b(FILE|YAML)\\b");

    private ArgumentOffers() {}

    /** @param before the words of the command that are typed, without its name; none for the value of an option */
    static List<Offer> of(ArgSpec argument, List<String> before) {
        var candidates = argument.completionCandidates();
        if (candidates == null) {
            return ofLabel(argument.paramLabel());
        }
        if (candidates instanceof LabNames) {
            return List.of(NameKind.LAB);
        }
        if (candidates instanceof SaveNames) {
            return List.of(NameKind.SAVE);
        }
        return CandidateWords.of(argument, before, () -> Optional.of(SAMPLE)).stream()
                .map(ArgumentOffers::of)
                .distinct()
                .toList();
    }

    /** An argument without candidates may be a file: its label says so. */
    private static List<Offer> ofLabel(String label) {
        if (DIRECTORY.matcher(label).find()) {
            return List.of(NameKind.DIRECTORY);
        }
        return FILE.matcher(label).find() ? List.of(NameKind.FILE) : List.of();
    }

    private static Offer of(String word) {
        return Node.parse(word)
                .<Offer>map(node -> node.isPostgres() ? NameKind.POSTGRES : NameKind.PGPOOL)
                .orElseGet(() -> new FixedWord(word));
    }

    /** Returns a word that an offer stands for. */
    static String sample(Offer offer) {
        if (offer == NameKind.POSTGRES) {
            return SAMPLE.postgresNodes().get(0).name();
        }
        if (offer == NameKind.PGPOOL) {
            return Node.pgpool(0).name();
        }
        return offer.label();
    }
}
