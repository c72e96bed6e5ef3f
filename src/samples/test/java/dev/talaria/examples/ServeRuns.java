package dev.talaria.examples;

import dev.talaria.codex.CodexOptions;
import dev.talaria.durable.CodexEndpoints;
import dev.talaria.durable.TurnSteps;
import dev.talaria.restate.RestateRuns;
import dev.talaria.restate.RestateWorker;
import java.net.InetSocketAddress;
import java.net.URI;

/** A worker, until it is killed: {@code ServeRuns INGRESS PORT}. */
public final class ServeRuns {
  public static void main(String[] args) throws Exception {
    CodexEndpoints codex = CodexEndpoints.ofThisMachine("this machine", CodexOptions.defaults());
    RestateWorker worker =
        RestateWorker.builder(TurnSteps.builder(codex).build())
            .listen(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[1])))
            .progress(
                new InetSocketAddress("127.0.0.1", 0), RestateRuns.at(URI.create(args[0])), codex)
            .start();
    System.out.println("worker http://127.0.0.1:" + worker.port());
    System.out.println("progress http://127.0.0.1:" + worker.progressPort().orElseThrow());
    Thread.currentThread().join();
  }
}
