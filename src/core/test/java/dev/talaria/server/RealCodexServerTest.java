package dev.talaria.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.ThreadInbox;
import dev.talaria.appserver.Workers;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersionException;
import dev.talaria.codex.process.Processes;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.v2.ThreadStartParams;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.peer.RpcRequest;
import dev.talaria.rpc.transport.SocketOptions;
import dev.talaria.rpc.transport.WebSocketTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that are the real Codex; each test ends its own. */
@Timeout(360)
class RealCodexServerTest {

  private static final String WS = "ws://127.0.0.1:0";

  /** Whether something happens is tested, not how fast a busy machine does it. */
  private static final Duration SOON = Duration.ofSeconds(120);

  @TempDir Path folder;

  private final CountDownLatch modelMayAnswer = new CountDownLatch(1);
  private ScriptedModel model;
  private ScratchCodexHome home;

  @BeforeEach
  void make_a_home() throws IOException {
    model =
        ScriptedModel.start(
            ModelScript.builder()
                .when("run a command")
                .reply(OutputItem.call("exec_command", Map.of("cmd", "exec sleep 4242")))
                .when("say something")
                .respond(
                    request -> {
                      awaitQuietly(modelMayAnswer);
                      return Reply.text("the last words");
                    })
                .build());
    home = ScratchCodexHome.builder(model.baseUrl()).create();
  }

  @AfterEach
  void end_what_a_failed_test_has_left() throws IOException {
    modelMayAnswer.countDown();
    try {
      if (Files.exists(home.path().resolve(".talaria-server.json"))) {
        takeBack(home.path());
        CodexServer.find(home.path()).ifPresent(server -> server.stop(Duration.ZERO));
      }
    } finally {
      model.close();
      home.close();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertTrue(latch.await(SOON.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void takeBack(Path home) throws IOException {
    UserPrincipal own = Files.getOwner(home);
    for (String name : List.of(".talaria-server.json", ".talaria-server")) {
      if (Files.exists(home.resolve(name))) {
        Files.setOwner(home.resolve(name), own);
      }
    }
  }

  private static CodexOptions codex(Map<String, String> environment) {
    try {
      return CodexOptions.builder()
          .executable(PinnedCodex.selected().executable())
          .environment(environment)
          .startTimeout(SOON)
          .versionTimeout(SOON)
          .build();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ServerOptions options(String listen) {
    return ServerOptions.builder().codex(codex(home.isolatedEnvironment())).listen(listen).build();
  }

  /** 0.125.0 closes whatever connects to its unix socket. */
  private static boolean takesUnixSockets() {
    return !PinnedCodex.selectedVersion().equals("0.125.0");
  }

  static Stream<String> kinds() {
    return takesUnixSockets() ? Stream.of("unix", WS) : Stream.of(WS);
  }

  /** Any that this Codex can do. */
  private static String anyKind() {
    return kinds().findFirst().orElseThrow();
  }

  private static SocketOptions socketOptions(CodexServer server) {
    return SocketOptions.DEFAULT.withHeaders(
        () -> server.tokenFile().map(file -> bearer(file)).orElse(Map.of()));
  }

  private static Map<String, String> bearer(Path tokenFile) {
    return Map.of("Authorization", "Bearer " + read(tokenFile));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static AppServer attach(CodexServer server, Workers workers) {
    return AppServer.attach(
        WebSocketTransport.connect(server.address(), socketOptions(server)),
        CodexOptions.builder().requestTimeout(SOON).startTimeout(SOON).build(),
        workers);
  }

  private static void awaitReady(CodexServer server) {
    await().atMost(SOON).until(server::isReady);
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
  }

  private List<String> ourFiles() throws IOException {
    try (Stream<Path> files = Files.walk(home.path(), 2)) {
      return files
          .map(file -> home.path().relativize(file).toString())
          .filter(name -> name.startsWith(".talaria-server"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_server_is_started_found_used_and_stopped(String listen) throws Exception {
    CodexServer server = CodexServer.start(options(listen));
    assertTrue(
        server.address().matches(listen.equals(WS) ? "ws://127.0.0.1:[1-9]\\d*" : "unix:///.+"),
        server.address());
    assertEquals(PinnedCodex.selectedVersion(), server.version().toString());
    assertEquals(home.path(), server.home());
    assertEquals(listen.equals(WS), server.tokenFile().isPresent());
    assertTrue(server.isAlive());
    awaitReady(server);

    assertEquals("rw-------", mode(home.path().resolve(".talaria-server.json")));
    assertEquals("rw-------", mode(home.path().resolve(".talaria-server.lock")));
    assertEquals("rwx------", mode(home.path().resolve(".talaria-server")));
    assertEquals("rw-------", mode(server.logFile()));
    if (listen.equals(WS)) {
      assertEquals("rw-------", mode(server.tokenFile().get()));
    }

    try (Workers workers = Workers.create();
        AppServer client = attach(server, workers)) {
      assertEquals(server.version(), client.version());
    }
    CodexServer found = CodexServer.find(home.path()).orElseThrow();
    assertEquals(server.pid(), found.pid());
    assertEquals(server.address(), found.address());
    assertEquals(server.startedAt(), found.startedAt());
    assertEquals(server.pid(), CodexServer.startOrFind(options(listen)).pid());
    String refusal =
        assertThrows(TalariaException.class, () -> CodexServer.start(options(listen))).getMessage();
    assertTrue(refusal.contains("process " + server.pid() + " on " + server.address()), refusal);

    found.stop();
    assertFalse(server.isAlive());
    assertFalse(server.isReady());
    assertFalse(Processes.runs(server.pid()));
    assertEquals(
        List.of(".talaria-server", ".talaria-server.lock", ".talaria-server/server.log"),
        ourFiles());
    assertEquals(Optional.empty(), CodexServer.find(home.path()));
    server.stop();
  }

  @Test
  void the_token_is_in_its_file_only() throws Exception {
    CodexServer server = CodexServer.start(options(WS));
    String token = read(server.tokenFile().orElseThrow());
    assertTrue(token.matches("[A-Za-z0-9_-]{43}"), "256 bits");
    Path proc = Path.of("/proc", Long.toString(server.pid()));
    assertFalse(read(proc.resolve("cmdline")).contains(token));
    assertFalse(read(proc.resolve("environ")).contains(token));
    SocketOptions wrong = SocketOptions.DEFAULT;
    String refused =
        assertThrows(
                TalariaException.class, () -> WebSocketTransport.connect(server.address(), wrong))
            .getMessage();
    assertTrue(refused.contains("401"), refused);
    assertFalse(read(home.path().resolve(".talaria-server.json")).contains(token));
    assertFalse((server + refused).contains(token));
    server.stop();
    assertFalse(read(server.logFile()).contains(token));
    assertFalse(Files.exists(server.tokenFile().get()));

    CodexServer next = CodexServer.start(options(WS));
    assertNotEquals(token, read(next.tokenFile().orElseThrow()));
    next.stop();
  }

  @Test
  void the_server_has_its_own_session_and_no_pipe() throws Exception {
    CodexServer server = CodexServer.start(options(anyKind()));
    Path proc = Path.of("/proc", Long.toString(server.pid()));
    String stat = read(proc.resolve("stat"));
    String[] fromThird = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    assertEquals(Long.toString(server.pid()), fromThird[6 - 3], "its session");
    assertEquals("0", fromThird[7 - 3], "its terminal");
    assertEquals("/dev/null", Files.readSymbolicLink(proc.resolve("fd/0")).toString());
    assertEquals(server.logFile(), Files.readSymbolicLink(proc.resolve("fd/1")));
    assertEquals(server.logFile(), Files.readSymbolicLink(proc.resolve("fd/2")));
    server.stop();
  }

  @Test
  void those_who_start_at_once_get_one_server() throws Exception {
    int starters = 4;
    CountDownLatch go = new CountDownLatch(1);
    List<CompletableFuture<CodexServer>> all = new ArrayList<>();
    for (int i = 0; i < starters; i++) {
      CompletableFuture<CodexServer> one = new CompletableFuture<>();
      all.add(one);
      new Thread(
              () -> {
                awaitQuietly(go);
                try {
                  one.complete(CodexServer.startOrFind(options(anyKind())));
                } catch (Throwable e) {
                  one.completeExceptionally(e);
                }
              })
          .start();
    }
    go.countDown();
    List<Long> pids = new ArrayList<>();
    for (CompletableFuture<CodexServer> one : all) {
      pids.add(one.get(SOON.multipliedBy(2).toSeconds(), TimeUnit.SECONDS).pid());
    }
    assertEquals(1, pids.stream().distinct().count(), pids.toString());
    CodexServer.find(home.path()).orElseThrow().stop();
    assertFalse(Processes.runs(pids.get(0)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_a_killed_server_left_is_recognised_and_a_new_one_starts_over_it(String listen)
      throws Exception {
    CodexServer killed = CodexServer.start(options(listen));
    kill(killed.pid());
    assertFalse(killed.isAlive());
    assertTrue(Files.exists(home.path().resolve(".talaria-server.json")));
    CodexServer next = CodexServer.startOrFind(options(listen));
    assertNotEquals(killed.pid(), next.pid());
    awaitReady(next);
    // The first one's object ends nothing of the second one's.
    killed.stop();
    awaitReady(next);
    assertEquals(next.pid(), CodexServer.find(home.path()).orElseThrow().pid());

    kill(next.pid());
    // Its other threads may hold the socket for a moment after its first one is gone.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertEquals(Optional.empty(), CodexServer.find(home.path()));
              assertEquals(
                  List.of(".talaria-server", ".talaria-server.lock", ".talaria-server/server.log"),
                  ourFiles());
            });
  }

  @Test
  void a_number_that_another_process_has_by_now_is_not_taken_for_the_server() throws Exception {
    CodexServer server = CodexServer.start(options(anyKind()));
    Path file = home.path().resolve(".talaria-server.json");
    String text = read(file);
    server.stop();
    String others =
        text.replaceFirst("\"pid\" : \\d+", "\"pid\" : " + ProcessHandle.current().pid());
    assertNotEquals(text, others);
    Files.writeString(file, others);
    assertEquals(Optional.empty(), CodexServer.find(home.path()));
    assertFalse(Files.exists(file));
    Files.writeString(file, "{\"pid\": \"no server\"");
    assertEquals(Optional.empty(), CodexServer.find(home.path()));
    assertFalse(Files.exists(file));
  }

  @Test
  void a_socket_in_use_is_left_alone_where_its_process_is_not_known() throws Exception {
    assumeTrue(takesUnixSockets(), "it takes none");
    CodexServer server = CodexServer.start(options("unix"));
    Path file = home.path().resolve(".talaria-server.json");
    String text = read(file);
    Files.writeString(file, text.replaceFirst("\"pid\" : \\d+", "\"pid\" : 1"));
    assertEquals(Optional.empty(), CodexServer.find(home.path()));
    String words =
        assertThrows(TalariaException.class, () -> CodexServer.startOrFind(options("unix")))
            .getMessage();
    assertTrue(words.startsWith("somebody listens on " + server.address()), words);
    awaitReady(server);
    Files.writeString(file, text);
    assertEquals(server.pid(), CodexServer.find(home.path()).orElseThrow().pid());
    server.stop();
  }

  @Test
  void a_server_whose_starter_died_before_it_answered_is_ended() throws Exception {
    CodexServer half = CodexServer.start(options(anyKind()));
    Path file = home.path().resolve(".talaria-server.json");
    Files.writeString(file, read(file).replace("\"ready\" : true", "\"ready\" : false"));
    assertEquals(Optional.empty(), CodexServer.find(home.path()));
    assertTrue(half.isAlive());
    CodexServer whole = CodexServer.startOrFind(options(anyKind()));
    assertFalse(Processes.runs(half.pid()));
    assertNotEquals(half.pid(), whole.pid());
    whole.stop();
  }

  /** Starts a server as a program of its own. */
  static final class Starter {

    private Starter() {}

    public static void main(String[] arguments) throws IOException {
      CodexOptions codex =
          CodexOptions.builder()
              .executable(Path.of(arguments[0]))
              .startTimeout(SOON)
              .versionTimeout(SOON)
              .build();
      CodexServer server =
          CodexServer.startOrFind(
              ServerOptions.builder().codex(codex).listen(arguments[1]).build());
      System.out.println(server.pid());
      System.in.read();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_server_outlives_a_starter_that_is_killed(String listen) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Starter.class.getName(),
            PinnedCodex.selected().executable().toString(),
            listen);
    builder.environment().putAll(home.isolatedEnvironment());
    Process starter = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      long pid = Long.parseLong(Processes.readLine(starter.getInputStream()).strip());
      starter.destroyForcibly().waitFor();
      CodexServer server = CodexServer.find(home.path()).orElseThrow();
      assertEquals(pid, server.pid());
      awaitReady(server);
      try (Workers workers = Workers.create();
          AppServer client = attach(server, workers)) {
        assertEquals(PinnedCodex.selectedVersion(), client.version().toString());
      }
      server.stop();
      Processes.awaitEnd(pid, SOON);
    } finally {
      starter.destroyForcibly();
    }
  }

  /** What the server sends about a thread. */
  private static final class Inbox implements ThreadInbox {
    final CompletableFuture<String> lost = new CompletableFuture<>();

    @Override
    public void notification(ServerNotification notification) {
      assertNotNull(notification);
    }

    @Override
    public void request(RpcRequest request) {
      throw new AssertionError("" + request);
    }

    @Override
    public void lost(ConnectionLostException reason) {
      lost.complete(reason.getMessage());
    }
  }

  private String startTurn(AppServer client, Inbox inbox, String prompt) throws Exception {
    ThreadStartParams params =
        ThreadStartParams.of()
            .cwd(folder.toRealPath().toString())
            .approvalPolicy(AskForApproval.Name.NEVER)
            .sandbox(SandboxMode.DANGER_FULL_ACCESS);
    String thread =
        client
            .startThread(params, inbox)
            .get(SOON.toSeconds(), TimeUnit.SECONDS)
            .threadId()
            .orElseThrow();
    Map<String, Object> turn =
        Map.of("threadId", thread, "input", List.of(Map.of("type", "text", "text", prompt)));
    client.startTurn("turn/start", turn, reply -> {}).get(SOON.toSeconds(), TimeUnit.SECONDS);
    return thread;
  }

  @Test
  void a_running_turn_ends_before_a_server_that_is_stopped() throws Exception {
    CodexOptions talkative =
        codex(home.isolatedEnvironment()).toBuilder()
            .environment("RUST_LOG", "codex_app_server=info")
            .build();
    CodexServer server =
        CodexServer.start(ServerOptions.builder().codex(talkative).listen(anyKind()).build());
    String thread;
    Inbox inbox = new Inbox();
    try (Workers workers = Workers.create();
        AppServer client = attach(server, workers)) {
      thread = startTurn(client, inbox, "say something");
      model.awaitRequests(1, SOON);
      CompletableFuture<Void> stopped =
          CompletableFuture.runAsync(() -> server.stop(SOON), workers.executor());
      await().atMost(SOON).until(() -> read(server.logFile()).contains("received shutdown signal"));
      assertTrue(server.isAlive());
      assertEquals(Optional.empty(), CodexServer.find(home.path()));
      modelMayAnswer.countDown();
      stopped.get(SOON.multipliedBy(2).toSeconds(), TimeUnit.SECONDS);
      inbox.lost.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }
    assertFalse(Processes.runs(server.pid()));
    // Its last notifications may be lost with the connection; the turn is not.
    CodexServer next = CodexServer.start(options(anyKind()));
    try (Workers workers = Workers.create();
        AppServer client = attach(next, workers)) {
      JsonNode read =
          client
              .request(
                  "thread/read", Map.of("threadId", thread, "includeTurns", true), JsonNode.class)
              .get(SOON.toSeconds(), TimeUnit.SECONDS);
      JsonNode turn = read.path("thread").path("turns").path(0);
      assertEquals("completed", turn.path("status").asText(), "" + read);
      assertTrue(("" + turn).contains("the last words"), "" + read);
    }
    next.stop();
  }

  @Test
  void what_does_not_end_within_the_grace_is_killed_with_its_commands() throws Exception {
    CodexServer server = CodexServer.start(options(anyKind()));
    try (Workers workers = Workers.create();
        AppServer client = attach(server, workers)) {
      startTurn(client, new Inbox(), "run a command");
      List<ProcessHandle> sleeping =
          await()
              .atMost(SOON)
              .until(
                  () ->
                      ProcessHandle.of(server.pid())
                          .orElseThrow()
                          .descendants()
                          .filter(one -> one.info().commandLine().orElse("").endsWith("sleep 4242"))
                          .toList(),
                  found -> !found.isEmpty());
      server.stop(Duration.ZERO);
      assertFalse(Processes.runs(server.pid()));
      sleeping.forEach(one -> assertFalse(Processes.runs(one.pid()), "" + one.info()));
    }
  }

  @Test
  void a_failed_start_leaves_nothing_and_says_what_codex_said() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String address = "ws://127.0.0.1:" + taken.getLocalPort();
      List<Long> before = codexProcesses();
      String words =
          assertThrows(TalariaException.class, () -> CodexServer.start(options(address)))
              .getMessage();
      assertTrue(words.startsWith("Codex ended instead of listening; it wrote:\n"), words);
      assertTrue(words.contains("in use"), words);
      assertEquals(List.of(".talaria-server.lock"), ourFiles());
      assertEquals(before, codexProcesses());
    }
  }

  private List<Long> codexProcesses() {
    return ProcessHandle.current()
        .children()
        .map(ProcessHandle::pid)
        .filter(Processes::runs)
        .toList();
  }

  @Test
  void a_home_that_is_not_there_is_refused() {
    Path missing = folder.resolve("missing");
    ServerOptions options =
        ServerOptions.builder()
            .codex(codex(Map.of("CODEX_HOME", missing.toString())))
            .listen(anyKind())
            .build();
    String words =
        assertThrows(TalariaException.class, () -> CodexServer.start(options)).getMessage();
    assertTrue(words.contains(missing + " does not exist"), words);
    assertEquals(Optional.empty(), CodexServer.find(missing));
  }

  @Test
  void a_unix_socket_is_refused_where_codex_cannot_use_one() throws Exception {
    assumeFalse(takesUnixSockets(), "it takes them");
    String words =
        assertThrows(CodexVersionException.class, () -> CodexServer.start(options("unix")))
            .getMessage();
    assertTrue(words.contains("ws://127.0.0.1:0"), words);
    assertEquals(List.of(".talaria-server.lock"), ourFiles());
  }

  @Test
  void a_home_with_a_long_name_has_its_socket_in_a_temporary_folder() throws Exception {
    assumeTrue(takesUnixSockets(), "it takes none");
    Path name = Path.of("long-name-of-a-folder-".repeat(4), "and-of-a-home-in-it");
    try (ScratchCodexHome far =
        ScratchCodexHome.builder(model.baseUrl()).create(folder.toRealPath().resolve(name))) {
      CodexServer server =
          CodexServer.start(
              ServerOptions.builder().codex(codex(far.isolatedEnvironment())).build());
      try {
        Path socket = Path.of(server.address().substring("unix://".length()));
        assertFalse(socket.startsWith(far.path()), server.address());
        assertEquals("rwx------", mode(socket.getParent()));
        awaitReady(CodexServer.find(far.path()).orElseThrow());
        server.stop();
        assertFalse(Files.exists(socket.getParent()));
      } finally {
        server.stop(Duration.ZERO);
      }
    }
  }

  @Test
  void files_of_another_user_are_refused() throws Exception {
    CodexServer server = CodexServer.start(options(anyKind()));
    UserPrincipal nobody;
    try {
      nobody =
          home.path()
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName("nobody");
      Files.setOwner(home.path().resolve(".talaria-server.json"), nobody);
    } catch (IOException e) {
      server.stop();
      assumeTrue(false, "only root can give a file away: " + e);
      return;
    }
    for (String name : List.of(".talaria-server.json", ".talaria-server")) {
      takeBack(home.path());
      Files.setOwner(home.path().resolve(name), nobody);
      for (Executable use :
          List.<Executable>of(
              () -> CodexServer.find(home.path()),
              () -> CodexServer.startOrFind(options(anyKind())))) {
        String words = assertThrows(TalariaException.class, use).getMessage();
        assertTrue(
            words.contains(home.path().resolve(name) + " belongs to the user nobody"), words);
      }
    }
    takeBack(home.path());
    server.stop();
    Files.setOwner(home.path().resolve(".talaria-server.lock"), nobody);
    String words =
        assertThrows(TalariaException.class, () -> CodexServer.start(options(anyKind())))
            .getMessage();
    assertTrue(words.contains(".talaria-server.lock belongs to the user nobody"), words);
  }

  private static void kill(long pid) {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    Processes.awaitEnd(pid, SOON);
  }
}
