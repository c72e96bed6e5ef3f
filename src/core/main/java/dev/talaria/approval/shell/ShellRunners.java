package dev.talaria.approval.shell;

import dev.talaria.approval.shell.ShellText.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Programs that run other commands: finds those in their words. Pure functions.
 *
 * <p>Where an option is not known, each word after it may be the command; where a word that is
 * known at run time only may be an option or the command, all is unknown.
 */
final class ShellRunners {

  private static final Set<String> SHELLS = Set.of("bash", "zsh", "rbash");
  private static final Set<String> POSIX_SHELLS =
      Set.of("sh", "dash", "ash", "ksh", "mksh", "oksh", "yash");

  /**
   * What reads or changes commands in a way that is not followed: files and terminals full of
   * commands, other shells, and what changes the meaning of words that come later.
   */
  private static final Set<String> UNREADABLE =
      Set.of(
          (". source alias at autoload batch bind bindkey chsh cmd compgen complete csh ed"
                  + " elvish emulate enable ex expect fc fish functions jshell nu osascript"
                  + " powershell pwsh sched screen setopt tclsh tcsh tmux unsetopt"
                  + " xonsh zcompile zle zmodload zpty")
              .split(" "));

  private static final Set<String> DECLARATIONS =
      Set.of("declare", "typeset", "local", "export", "readonly", "env", "sudo", "doas");

  /** Environment variables whose value programs run. */
  private static final Pattern RUN_VARIABLE =
      Pattern.compile(
          "(.*_)?(EDITOR|PAGER|ASKPASS|BROWSER|COMMAND)|VISUAL|GIT_SSH|GIT_EXTERNAL_DIFF|\\w+_RSH"
              + "|NULLCMD|READNULLCMD|LESSOPEN|LESSCLOSE");

  private static final Pattern EXPANDED_VARIABLE = Pattern.compile("R?PS[0-9]|R?PROMPT[0-9]?");
  private static final Set<String> SOURCED_VARIABLES = Set.of("BASH_ENV", "ZDOTDIR", "FPATH");

  /** Options whose value many programs run. */
  private static final Pattern RUN_OPTION =
      Pattern.compile(
          "(?s)--(?:to-command|use-compress-program|checkpoint-action|rsh|rsh-command"
              + "|compress-program|filter|pager|editor|ssh-command|exec|exec-batch|extcmd"
              + "|shell-command|command|init-command|pre|entrypoint|upload-pack|receive-pack"
              + "|[a-z]+-filter)(?:=(?:exec=)?(.*))?");

  private static final Map<String, String> RUN_LETTERS =
      Map.of(
          "tar",
          "-I",
          "rsync",
          "-e",
          "man",
          "-P",
          "jobs",
          "-x",
          "mapfile",
          "-C",
          "readarray",
          "-C");

  private static final Pattern SSH_COMMAND =
      Pattern.compile(
          "(?si)(?:-o)?(?:ProxyCommand|LocalCommand|KnownHostsCommand|RemoteCommand)[= ](.*)");

  private static final Pattern MORE_THAN_A_WORD = Pattern.compile("(?s).*[^A-Za-z0-9_@%+=:,./-].*");

  private static final Map<String, ShellOptions> RUNNERS =
      """
      command -p
      builtin
      exec -cla:
      noglob
      nocorrect
      -
      repeat #1
      nohup
      busybox
      toybox
      fakeroot
      unbuffer -p
      dbus-run-session
      proxychains -q
      setsid -cfw --ctty --fork --wait
      nice -0123456789n: --adjustment:
      ionice -tc:n:p:P:u: --class: --classdata: --ignore
      chrt -abdfimorpvRT:P:D: #1
      taskset -apc --all-tasks --cpu-list --pid #1
      stdbuf -i:o:e: --input: --output: --error:
      timeout -vk:s: --foreground --preserve-status --verbose --kill-after: --signal: #1
      gtimeout -vk:s: --foreground --preserve-status --verbose --kill-after: --signal: #1
      time -apvqVho:f: --append --portability --verbose --quiet --output: --format:
      env = -iv0u:C:P:S! --ignore-environment --null --debug --unset: --chdir: --split-string!
      sudo = & -AbBEHKklnNPSVvC:D:g:h:p:R:r:T:t:U:u:is --askpass --user: --group: --login --shell --non-interactive --preserve-env --stdin --chdir: --reset-timestamp
      doas & -nsLC:u:a:
      su & % -flmpPg:G:s:w:c! --command! --login --group: --shell: --preserve-environment #1
      runuser & % -flmpPg:G:s:w:u:c! --command! --login --user: --group: --shell: --preserve-environment
      chroot & --userspec: --groups: --skip-chdir #1
      strace -fFcCdhiknqrtTvVwxyzZYa:b:e:E:I:o:O:p:P:s:S:u:U:X: --follow-forks --output: --trace:
      ltrace -fbcCihLrSttTVa:A:D:e:F:l:n:o:p:s:u:w:x:
      flock & % -suxnoFvw:E:c! --shared --exclusive --unlock --nonblock --nb --no-fork --timeout: --wait: --close --verbose --command! #1
      script & % -aefqEI:O:B:m:o:t?c! --append --flush --quiet --return --force --command! #1
      watch $ -bcdeghtprwxn:q:s:C --beep --color --differences --errexit --chgexit --no-title --precise --exec --interval:
      ssh $ & -46AaCfGgKkMNnqsTtVvXxYyB:b:c:D:E:e:F:I:i:J:L:l:m:O:o:p:Q:R:S:W:w: #1
      entr -acdnprsxz
      npx -yqp:c! --yes --no --no-install --quiet --ignore-existing --package: --call!
      bunx -p: --bun --silent --verbose --package:
      pnpx
      uvx -qvnp:w: --from: --with: --python: --index-url: --refresh --isolated --no-cache --offline --quiet --verbose
      npm/exec @ -yqp:c! --yes --no --package: --call!
      npm/x @ -yqp:c! --yes --no --package: --call!
      pnpm/exec @ -rc --recursive --parallel
      pnpm/dlx @ -c --package:
      yarn/exec @
      yarn/dlx @ -p:q --package: --quiet
      bun/x @ -p: --bun
      bundle/exec @ --keep-file-descriptors
      poetry/run @
      pipenv/run @
      pdm/run @ -vqsp:
      hatch/run @
      rye/run @ -vq
      uv/run @ -qvnp:w: --with: --python: --extra: --group: --package: --env-file: --directory: --project: --with-requirements: --isolated --no-project --no-sync --frozen --locked --all-extras --dev --no-dev --quiet --verbose --offline --active
      pipx/run -qv --spec: --pip-args: --no-cache
      conda/run @ -vn:p: --name: --prefix: --cwd: --no-capture-output --live-stream
      mamba/run @ -vn:p: --name: --prefix: --cwd:
      direnv/exec #1
      mise/exec @
      mise/x @
      rustup/run --install #1
      pyenv/exec
      rbenv/exec
      asdf/exec
      docker/exec -ditu:w:e: --* --detach --interactive --privileged --tty #1
      docker/run -ditPqa:c:e:h:l:m:p:u:v:w: --* --detach --init --interactive --no-healthcheck --privileged --publish-all --quiet --read-only --rm --tty #1
      podman/exec -ditlu:w:e: --* --detach --interactive --latest --privileged --tty #1
      podman/run -ditPqa:c:e:h:l:m:p:u:v:w: --* --detach --init --interactive --no-healthcheck --privileged --publish-all --quiet --read-only --replace --rm --tty #1
      nerdctl/exec -ditu:w:e: --* --detach --interactive --privileged --tty #1
      nerdctl/run -ditPqe:h:m:p:u:v:w: --* --detach --init --interactive --privileged --read-only --rm --tty #1
      kubectl/exec @ -itqc:f:n:s: --* --stdin --tty --quiet #1
      oc/exec @ -itqc:f:n:s: --* --stdin --tty --quiet #1
      """
          .lines()
          .map(ShellOptions::new)
          .collect(Collectors.toMap(options -> options.name, Function.identity()));

  private static final Set<String> WITH_SUBCOMMANDS =
      RUNNERS.keySet().stream()
          .filter(name -> name.indexOf('/') > 0)
          .map(name -> name.substring(0, name.indexOf('/')))
          .collect(Collectors.toSet());

  /** Programs that run words after them, with options that are not listed here. */
  private static final Set<String> LOOSE =
      Set.of(
          ("adb apptainer aws-vault bwrap caffeinate catchsegv chpst choom chronic concurrently"
                  + " cpulimit cross-env daemonize dbus-launch distrobox doppler dotenv dumb-init"
                  + " eatmydata envdir faketime firejail flatpak-spawn foreman gcloud gosu hyperfine"
                  + " incus infisical lxc machinectl multipass newgrp nix nix-shell nodemon nsenter"
                  + " numactl op parallel perf pkexec prlimit reflex rlwrap rsh run0 s6-setuidgid sem"
                  + " setarch setpriv setuidgid sg singularity softlimit sshpass start-stop-daemon"
                  + " su-exec systemd-run tini torsocks toolbox unshare vagrant valgrind watchexec"
                  + " winpty write_stdin wsl xvfb-run")
              .split(" "));

  private ShellRunners() {}

  /** What a command runs besides itself. */
  static void follow(List<ShellWord> words, ShellReading reading) {
    String name = words.get(0).program().orElse("");
    String letter = RUN_LETTERS.get(name);
    if (letter != null) {
      letters(letter, words, reading);
    }
    if (DECLARATIONS.contains(name)) {
      words.stream()
          .skip(1)
          .takeWhile(word -> word.head().startsWith("-") || word.head().indexOf('=') > 0)
          .forEach(word -> assignment(word, reading));
    }
    if (SHELLS.contains(name) || POSIX_SHELLS.contains(name)) {
      shell(words, SHELLS.contains(name) ? Dialect.SHELL : Dialect.POSIX, reading);
    } else if (UNREADABLE.contains(name)) {
      reading.unknown();
    } else if (LOOSE.contains(name)) {
      loose(words, 1, reading);
    } else if (!ShellPrograms.follow(name, words, reading)) {
      known(name, words, reading);
    }
  }

  private static void known(String name, List<ShellWord> words, ShellReading reading) {
    ShellOptions direct = RUNNERS.get(name);
    if (direct != null) {
      run(direct, words, 1, reading);
      return;
    }
    if (!WITH_SUBCOMMANDS.contains(name)) {
      return;
    }
    for (int at = 1; at < words.size(); at++) {
      ShellWord word = words.get(at);
      ShellOptions sub = word.known() ? RUNNERS.get(name + "/" + word.head()) : null;
      if (sub != null) {
        run(sub, words, at + 1, reading);
        return;
      }
    }
  }

  /** Follows a command behind options; {@code words} begin anywhere. */
  static void run(ShellOptions options, List<ShellWord> words, int from, ShellReading reading) {
    List<ShellWord> scripts = new ArrayList<>();
    ShellOptions.Start start = options.command(words, from, scripts);
    if (!start.sure()) {
      loose(words, start.at(), reading);
      return;
    }
    List<ShellWord> rest = words.subList(start.at(), words.size());
    for (int at = 0; at + 1 < rest.size() && options.takesScriptLate(); at++) {
      if (rest.get(at).is("-c") || rest.get(at).is("-lc")) {
        scripts.add(rest.get(at + 1));
      }
    }
    scripts.forEach(script -> joined(List.of(script), reading));
    if (options.joins() && !rest.isEmpty()) {
      joined(rest, reading);
    } else if (!rest.isEmpty()) {
      reading.command(rest);
    } else if (options.startsShell() && scripts.isEmpty()) {
      reading.unknown();
    }
  }

  /** Each word may be where a command begins, and may be a script. */
  private static void loose(List<ShellWord> words, int from, ShellReading reading) {
    if (!reading.claimSuffixes()) {
      return;
    }
    for (int at = from; at < words.size(); at++) {
      ShellWord word = words.get(at);
      if (word.openStart()) {
        reading.unknown();
        return;
      }
      if (word.head().startsWith("-")) {
        continue;
      }
      if (!reading.command(words.subList(at, words.size()))) {
        return;
      }
      if (word.known() && MORE_THAN_A_WORD.matcher(word.head()).matches()) {
        reading.script(word.head());
      }
    }
  }

  /** Words that are put together to a script. */
  static void joined(List<ShellWord> words, ShellReading reading) {
    if (words.stream().allMatch(ShellWord::known)) {
      reading.script(words.stream().map(ShellWord::head).collect(Collectors.joining(" ")));
    } else {
      reading.unknown();
    }
  }

  private static void shell(List<ShellWord> words, Dialect dialect, ShellReading reading) {
    boolean script = false;
    boolean input = false;
    int at = 1;
    while (at < words.size()) {
      ShellWord word = words.get(at);
      String text = word.head();
      if (word.openStart() || text.equals("--rcfile") || text.equals("--init-file")) {
        reading.unknown();
        return;
      } else if (text.equals("--version") || text.equals("--help")) {
        return;
      } else if (text.equals("-") || text.equals("--")) {
        at++;
        break;
      } else if (!text.startsWith("-") && !text.startsWith("+")) {
        break;
      } else if (text.startsWith("--")) {
        at++;
      } else {
        script |= text.startsWith("-") && text.indexOf('c') > 0;
        input |= text.indexOf('s') > 0;
        at += text.endsWith("o") || text.endsWith("O") ? 2 : 1;
      }
    }
    if (at >= words.size()) {
      reading.unknown();
    } else if (script) {
      ShellWord text = words.get(at);
      if (text.known()) {
        reading.script(text.head(), dialect);
      } else {
        reading.unknown();
      }
    } else if (input) {
      reading.unknown();
    } else {
      reading.file(words.get(at));
      reading.command(words.subList(at, words.size()));
    }
  }

  /** What the words of a command run with any program; not for parts of a command. */
  static void options(List<ShellWord> words, ShellReading reading) {
    String name = words.get(0).program().orElse("");
    if (SHELLS.contains(name) || POSIX_SHELLS.contains(name)) {
      return; // The words are scripts, and read as such.
    }
    for (int at = 1; at < words.size(); at++) {
      String text = words.get(at).head();
      var option = RUN_OPTION.matcher(text);
      var ssh = SSH_COMMAND.matcher(text);
      if (option.matches()) {
        reading.perhaps(option.group(1) == null ? textAt(words, at + 1) : option.group(1));
      } else if (ssh.matches()) {
        reading.perhaps(ssh.group(1));
      }
      if (hidesSubstitution(text)) {
        reading.unknown();
      }
    }
  }

  private static void letters(String letter, List<ShellWord> words, ShellReading reading) {
    for (int at = 1; at < words.size(); at++) {
      String text = words.get(at).head();
      if (text.startsWith(letter)) {
        reading.perhaps(text.equals(letter) ? textAt(words, at + 1) : text.substring(2));
      }
    }
  }

  private static String textAt(List<ShellWord> words, int at) {
    return at < words.size() ? words.get(at).head() : "";
  }

  /**
   * Whether a text would run something if it were read as a number: shells evaluate the subscript
   * in {@code a[$(…)]} then.
   */
  private static boolean hidesSubstitution(String text) {
    boolean inside = false;
    for (int at = text.indexOf('['); at > 0 && at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '[' && Character.isLetterOrDigit(text.charAt(at - 1))) {
        inside = true;
      } else if (c == ']') {
        inside = false;
      } else if (inside && (c == '`' || c == '$' && text.startsWith("$(", at))) {
        return true;
      }
    }
    return false;
  }

  /** What programs run because a variable says so. */
  static void assignment(ShellWord word, ShellReading reading) {
    String text = word.head();
    int equals = text.indexOf('=');
    String name = equals < 0 ? "" : text.substring(0, equals);
    String value = text.substring(equals + 1);
    if (RUN_VARIABLE.matcher(name).matches()) {
      joined(List.of(word.known() ? ShellWord.of(value) : word), reading);
    }
    boolean expands = value.contains("$(") || value.indexOf('`') >= 0;
    if (SOURCED_VARIABLES.contains(name)
        || EXPANDED_VARIABLE.matcher(name).matches() && (expands || !word.known())
        || hidesSubstitution(text)) {
      reading.unknown();
    }
  }
}
