package org.pgpoollab.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pgpoollab.session.UserPrompt;

/** Asks on the terminal. One reader reads all answers, because it reads ahead: answers that were pasted together are all used. */
final class TerminalPrompt implements UserPrompt {

    private final ConsoleSetting setting;
    private BufferedReader answers;

    TerminalPrompt(ConsoleSetting setting) {
        this.setting = setting;
    }

    @Override
    public Optional<String> ask(String question) {
        setting.messages().print(question);
        setting.messages().flush();
        if (answers == null) {
            answers = new BufferedReader(new InputStreamReader(setting.input(), StandardCharsets.UTF_8));
        }
        try {
            return Optional.ofNullable(answers.readLine());
        } catch (IOException closed) {
            return Optional.empty();
        }
    }
}
