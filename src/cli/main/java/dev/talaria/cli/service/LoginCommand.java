package dev.talaria.cli.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.cli.codex.ConnectedCommand;
import dev.talaria.cli.process.Interrupts;
import dev.talaria.cli.terminal.Terminal;
import dev.talaria.protocol.v2.Account;
import dev.talaria.service.AccountService;
import dev.talaria.service.PendingLogin;
import dev.talaria.session.Codex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code talaria login}: in a browser, by a code on another device, or with an API key. */
@Command(
    name = "login",
    description = {
      "Logs Codex in, by default with ChatGPT in a browser on this machine.",
      "The login is Codex's own. It is stored in Codex's home, and 'codex' uses it too."
    },
    footer = {
      "",
      "Exit codes: 0 logged in, 1 refused, given up or failed, 2 misuse, 3 Codex missing or too old."
    })
public final class LoginCommand extends ConnectedCommand {

  @ArgGroup private Means means = new Means();

  /** At most one of them. */
  private static final class Means {

    @Option(
        names = "--device-code",
        description = "Logs in with ChatGPT, by entering a code on another device.")
    private boolean deviceCode;

    @Option(
        names = "--api-key-stdin",
        description =
            "Logs in with an API key, read as one line from standard input. A terminal does"
                + " not show it.")
    private boolean keyFromStdin;

    @Option(
        names = "--api-key-env",
        paramLabel = "NAME",
        description = "Logs in with an API key, the value of this environment variable.")
    private String keyVariable;
  }

  private String key;

  @Override
  public Integer call() {
    if (means.keyFromStdin || means.keyVariable != null) {
      key = means.keyFromStdin ? typed() : System.getenv(means.keyVariable);
      if (key == null || key.isBlank()) {
        throw misuse(
            means.keyFromStdin
                ? "there is no API key on standard input"
                : "the environment variable " + means.keyVariable + " is not set");
      }
    }
    return super.call();
  }

  private static String typed() {
    if (Terminal.interactive()) {
      return Terminal.secret("API key: ").strip();
    }
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line == null ? null : line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected int run(Codex codex) {
    AccountService account = codex.account();
    if (key != null) {
      account.loginWithApiKey(key);
      return done("apiKey", "Logged in with an API key.", account.read().account());
    }
    PendingLogin login =
        means.deviceCode ? account.loginWithDeviceCode() : account.loginWithBrowser();
    Interrupts.onFirst(login::cancel);
    say(
        login.userCode().isPresent()
            ? "Open this address on any device, and enter the code " + login.userCode().get() + ":"
            : "Open this address in a browser on this machine:");
    say("  " + login.url());
    say("Waiting for the login. Ctrl-C gives up.");
    await(login.end());
    Optional<Account> who = account.read().account();
    return done(
        means.deviceCode ? "deviceCode" : "browser",
        "Logged in with " + who.map(AccountText::of).orElse("ChatGPT") + ".",
        who);
  }

  private int done(String method, String text, Optional<Account> who) {
    if (json) {
      ObjectNode document = JsonNodeFactory.instance.objectNode().put("method", method);
      document.set("account", who.map(Account::json).orElse(document.nullNode()));
      print(document);
    } else {
      out().println(text);
      out().flush();
    }
    return FINE;
  }
}
