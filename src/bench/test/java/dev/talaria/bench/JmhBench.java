package dev.talaria.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The micro-benchmarks with few and short iterations, for {@code mvn -Pbench verify}. */
class JmhBench {

  @Test
  void delta_line() throws Exception {
    publish(
        new JmhTable(
                "jmh-delta-line",
                "one item/agentMessage/delta as Codex 0.169.0 writes it",
                DeltaLineJmh.class)
            .rival("tokens", "jackson token stream", "tokens")
            .rival("readTree", "jackson readTree", "readTree")
            .way("peekedInARecording", "talaria, a recording, nobody asks (MethodScanner)")
            .way("passedOver", "talaria, a session, nobody listens (DeltaLine)")
            .way("heard", "talaria, a session, with the text (DeltaLine)"));
  }

  @Test
  void projection() throws Exception {
    publish(
        new JmhTable(
                "jmh-projection",
                "one recorded turn with a command of Codex 0.169.0",
                ProjectionJmh.class)
            .rival("readTree", "jackson readTree per line", "readTree")
            .way("everyLineTyped", "talaria, a session: every line typed, messages")
            .way("messagesOnly", "talaria, a recording: messages only"));
  }

  @Test
  void dispatch() throws Exception {
    publish(
        new JmhTable(
                "jmh-dispatch",
                "one recorded item/commandExecution/requestApproval to its method",
                DispatchJmh.class)
            .rival("direct", "treeToValue and a call", "direct")
            .way("dispatched", "talaria, RpcDispatcher (jsonrpc4j)"));
  }

  @Test
  void mailbox() throws Exception {
    publish(
        new JmhTable("jmh-mailbox", "one task to a worker, and its result back", MailboxJmh.class)
            .rival("submitted", "ExecutorService.submit().get()", "submit")
            .way("offered", "talaria, SerialQueue.offer"));
  }

  @Test
  void migration() throws Exception {
    publish(
        new JmhTable("jmh-migration", "one config.toml of 50 KB", MigrationJmh.class)
            .rival("parsed", "one parse by tomlj", "parse")
            .way("migrated", "talaria, the first migration, on disk"));
  }

  private static void publish(JmhTable table) throws Exception {
    table.run().publish(new PrintWriter(System.out), Path.of("target", "bench"));
  }
}
