package org.pgpoollab.console;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Scanner;
import org.pgpoollab.session.UserPrompt;

/** Asks on the terminal. One scanner reads all answers, because it reads ahead: answers that were pasted together are all used. */
final class TerminalPrompt implements UserPrompt {

    private final ConsoleSetting setting;
    private Scanner answers;

    TerminalPrompt(ConsoleSetting setting) {
        this.setting = setting;
    }

    @Override
    public Optional<String> ask(String question) {
        setting.messages().print(question);
        setting.messages().flush();
        if (answers == null) {
            answers = new Scanner(setting.input(), StandardCharsets.UTF_8);
        }
        return answers.hasNextLine() ? Optional.of(answers.nextLine()) : Optional.empty();
    }
}
