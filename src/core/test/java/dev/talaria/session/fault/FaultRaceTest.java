package dev.talaria.session.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.appserver.ListeningCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.session.lab.CodexLab;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes answer one approval at the same moment, one of them with yes and one with no. */
@SuppressWarnings("try")
class FaultRaceTest {

  private static final int RACES = FaultLab.ONE_IN == 1 ? 100 : 10;

  @TempDir Path folder;

  private static ModelScript script() {
    return ModelScript.builder()
        .repeat()
        .respond(
            request -> {
              String prompt = request.latestPrompt();
              return prompt.startsWith("race") && !request.hasOutputSincePrompt()
                  ? Reply.of(OutputItem.escalatedCommand("echo ran >> " + prompt))
                  : Reply.text("the end of " + prompt);
            })
        .build();
  }

  /** A {@link RaceChild}. */
  private static final class Host implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final BufferedWriter orders;
    final String thread;

    Host(String... arguments) throws IOException {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  RaceChild.class.getName()));
      command.addAll(List.of(arguments));
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      said = process.inputReader();
      orders = process.outputWriter();
      thread = await(RaceChild.THREAD);
    }

    String await(String start) throws IOException {
      StringBuilder log = new StringBuilder();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith(start)) {
          return line.substring(start.length());
        }
        log.append(line).append('\n');
      }
      throw new IOException("the host ended; it said: " + log);
    }

    void order(String line) throws IOException {
      orders.write(line + "\n");
      orders.flush();
    }

    @Override
    public void close() throws Exception {
      process.destroyForcibly().onExit().get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void exactly_one_decision_counts() throws Exception {
    assumeTrue(CodexLab.selectedIsPinned(), "what a server tells its clients is measured for it");
    Path workspace = Files.createDirectory(folder.resolve("workspace")).toRealPath();
    int allowed = 0;
    int crossed = 0;
    try (ScriptedModel model = ScriptedModel.start(script());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex server = ListeningCodex.onSocket(home, folder);
        Host yes = new Host(server.address, workspace.toString(), "allow");
        Host no = new Host(server.address, workspace.toString(), "decline", yes.thread)) {
      for (int i = 0; i < RACES; i++) {
        Path ran = workspace.resolve("race" + i);
        List<Host> order = i % 2 == 0 ? List.of(yes, no) : List.of(no, yes);
        yes.order(ran.getFileName().toString());
        yes.await(RaceChild.ASKED);
        no.await(RaceChild.ASKED);
        order.get(0).order(RaceChild.DECIDE);
        order.get(1).order(RaceChild.DECIDE);
        String[] ofYes = yes.await(RaceChild.ENDED).split(" ", 2);
        String[] ofNo = no.await(RaceChild.ENDED).split(" ", 2);
        assertEquals(ofYes[1], ofNo[1]);
        boolean counted = Files.exists(ran);
        assertTrue(ofYes[1].startsWith(counted ? "completed COMPLETED" : "declined C"), ofYes[1]);
        assertEquals("HANDLER", counted ? ofYes[0] : ofNo[0]);
        if (counted) {
          assertEquals("ran\n", Files.readString(ran));
        }
        allowed += counted ? 1 : 0;
        crossed += ofYes[0].equals(ofNo[0]) ? 1 : 0;
      }
    }
    System.out.printf(
        "%d races: allowed %d, declined %d; the loser had sent its answer in %d%n",
        RACES, allowed, RACES - allowed, crossed);
  }
}
