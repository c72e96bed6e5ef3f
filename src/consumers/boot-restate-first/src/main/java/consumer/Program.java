package consumer;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.codex.CodexOptions;
import dev.talaria.durable.CodexEndpoints;
import dev.talaria.durable.Decision;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.ThreadPlace;
import dev.talaria.durable.TurnSteps;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.restate.RestateRun;
import dev.talaria.restate.RestateRuns;
import dev.talaria.restate.RestateWorker;
import dev.talaria.server.CodexServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A durable run in a program of Spring Boot; what it needs of the engine is in the environment. */
@SpringBootApplication
public class Program {

  @Bean
  TurnSteps steps() {
    return TurnSteps.builder(CodexEndpoints.ofThisMachine("here", CodexOptions.defaults()))
        .session(
            (place, options) ->
                options
                    .sandbox(SandboxMode.READ_ONLY)
                    .approvalPolicy(AskForApproval.Name.ON_REQUEST))
        .build();
  }

  @Bean(destroyMethod = "close")
  RestateWorker worker(TurnSteps steps) {
    return RestateWorker.builder(steps).listen(new InetSocketAddress("127.0.0.1", 0)).start();
  }

  @Bean
  RestateRuns runs() {
    return RestateRuns.at(URI.create(System.getenv("RESTATE_INGRESS")));
  }

  public static void main(String[] args) throws Exception {
    SpringApplication application = new SpringApplication(Program.class);
    application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(Map.of("logging.threshold.console", "OFF"));
    try (ConfigurableApplicationContext context = application.run()) {
      register(context.getBean(RestateWorker.class).port());
      RestateRuns runs = context.getBean(RestateRuns.class);
      Path workspace = Path.of(args[0]).toAbsolutePath();
      ThreadPlace place =
          new ThreadPlace("here", System.getenv("CODEX_HOME"), workspace.toString());
      runs.start(RunRequest.builder("order-42", place).prompt("Append a line").build());
      PendingApproval approval = awaitApproval(runs);
      System.out.println("pending: " + approval.kind());
      runs.decide(
          "order-42", Decision.of(approval, ApprovalDecision.Kind.ALLOW, "ada", Instant.now()));
      System.out.println("run: " + runs.await("order-42", Duration.ofMinutes(1)).status());
      System.out.print("file: " + Files.readString(workspace.resolve("ran.txt")));
    } finally {
      CodexServer.find(Path.of(System.getenv("CODEX_HOME"))).ifPresent(CodexServer::stop);
    }
  }

  private static void register(int port) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(System.getenv("RESTATE_ADMIN")).resolve("/deployments"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"uri\": \"http://127.0.0.1:%d\"}".formatted(port)))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.body());
    }
  }

  private static PendingApproval awaitApproval(RestateRuns runs) throws InterruptedException {
    while (true) {
      Optional<PendingApproval> approval = runs.status("order-42").flatMap(RestateRun::approval);
      if (approval.isPresent()) {
        return approval.get();
      }
      Thread.sleep(100);
    }
  }
}
