package dev.talaria.spring.boot;

import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Programs of Spring Boot on the real Codex with a scripted model. */
final class BootLab implements AutoCloseable {

  final ScriptedModel model;
  final ScratchCodexHome home;

  /** What the programs start: a link to Codex, so that a test can take it away. */
  final Path executable;

  private final Path workspace;

  /** A program with nothing of its own. */
  @EnableAutoConfiguration
  static class Plain {}

  BootLab(Path workspace, ModelScript script) throws Exception {
    this.workspace = workspace.toRealPath();
    model = ScriptedModel.start(script);
    home = ScratchCodexHome.builder(model.baseUrl()).create();
    executable = home.path().resolve("codex-link");
    link();
  }

  void link() throws Exception {
    Files.createSymbolicLink(executable, PinnedCodex.selected().executable());
  }

  /** Starts a program. */
  ConfigurableApplicationContext start(Class<?> program, String... properties) {
    List<String> all = new ArrayList<>();
    all.add("talaria.codex.executable=" + executable);
    all.add("talaria.codex.home=" + home.path());
    home.isolatedEnvironment()
        .forEach((name, value) -> all.add("talaria.codex.environment[" + name + "]=" + value));
    all.add("talaria.session.cwd=" + workspace);
    all.add("talaria.session.sandbox=read-only");
    all.add("talaria.session.approval-policy=on-request");
    all.add("talaria.session.turn-timeout=60s");
    all.add("management.endpoints.jmx.exposure.include=*");
    all.add("spring.jmx.enabled=true");
    all.add("logging.level.root=warn");
    all.add("spring.main.banner-mode=off");
    all.addAll(List.of(properties));
    return new SpringApplicationBuilder(program)
        .web(WebApplicationType.NONE)
        .registerShutdownHook(false)
        .properties(all.toArray(String[]::new))
        .run();
  }

  /** The processes that this JVM has started, and those that they have. */
  static Set<Long> processes() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }

  @Override
  public void close() throws IOException {
    model.close();
    home.close();
  }
}
