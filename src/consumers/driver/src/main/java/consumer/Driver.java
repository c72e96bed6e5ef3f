package consumer;

import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.RestateServer;
import dev.talaria.fixtures.ScratchCodexHome;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Runs the programs in these folders one after the other, each in a JVM of its own on the real
 * Codex, and compares what it prints with its {@code expected.txt}.
 */
public final class Driver {

  private static final long LIMIT_SECONDS = 180;

  public static void main(String[] folders) throws Exception {
    Path codex = PinnedCodex.install(PinnedCodex.defaultCache(), System.err::println).executable();
    boolean failed = false;
    for (String folder : folders) {
      String problem = problem(Path.of(folder), codex);
      System.out.println(folder + ": " + (problem.isEmpty() ? "as expected" : problem));
      failed |= !problem.isEmpty();
    }
    System.exit(failed ? 1 : 0);
  }

  /** What is wrong with a program; empty if nothing is. */
  private static String problem(Path folder, Path codex) throws Exception {
    Path target = folder.resolve("target");
    Path workspace = Files.createDirectories(target.resolve("workspace"));
    Path output = target.resolve("output.txt");
    Path errors = target.resolve("errors.txt");
    String classPath =
        target.resolve("classes")
            + File.pathSeparator
            + Files.readString(target.resolve("classpath")).strip();
    String wrong = "";
    // For programs that have Restate's SDK.
    boolean durable = classPath.contains("talaria-restate");
    try (RestateServer engine = durable ? RestateServer.start() : null;
        ScriptedModel model =
            ScriptedModel.start(ModelScript.read(folder.resolve("script.json")));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      ProcessBuilder builder =
          new ProcessBuilder(java, "-cp", classPath, "consumer.Program", workspace.toString())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      builder.environment().putAll(home.isolatedEnvironment());
      builder.environment().put("TALARIA_CODEX", codex.toString());
      if (durable) {
        builder.environment().put("RESTATE_INGRESS", engine.ingress().toString());
        builder.environment().put("RESTATE_ADMIN", engine.admin().toString());
      }
      Process program = builder.start();
      if (!program.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        program.descendants().forEach(ProcessHandle::destroyForcibly);
        program.destroyForcibly().waitFor();
        wrong = "did not end within " + LIMIT_SECONDS + " s";
      } else if (program.exitValue() != 0) {
        wrong = "ended with " + program.exitValue();
      } else if (!Files.readString(output)
          .equals(Files.readString(folder.resolve("expected.txt")))) {
        wrong = "did not print what is expected";
      } else if (model.stepsLeft() > 0) {
        wrong = "left " + model.stepsLeft() + " steps of its script";
      }
    }
    return wrong.isEmpty()
        ? ""
        : wrong + "; it printed:\n" + Files.readString(output) + Files.readString(errors);
  }
}
