package dev.talaria.service;

import dev.talaria.protocol.v2.FuzzyFileSearchParams;
import dev.talaria.protocol.v2.FuzzyFileSearchResult;
import dev.talaria.protocol.v2.FuzzyFileSearchSessionStartParams;
import dev.talaria.protocol.v2.FuzzyFileSearchSessionStopParams;
import dev.talaria.protocol.v2.FuzzyFileSearchSessionUpdateParams;
import dev.talaria.protocol.v2.FuzzyFileSearchSessionUpdatedNotification;
import dev.talaria.protocol.v2.Methods;
import dev.talaria.protocol.v2.Notifications;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Finds files by parts of their names, as Codex's own file picker does. */
public final class SearchService {

  /**
   * A search that follows a person's typing; close it. It ends with the connection, too: then an
   * update fails. Safe for use by many threads.
   */
  public interface FileSearch extends AutoCloseable {

    /**
     * Searches for something else.
     *
     * @param query what was typed so far
     * @return completes when Codex has it; the listener receives the files
     */
    CompletableFuture<Void> update(String query);

    @Override
    void close();
  }

  private final TypedCalls calls;

  /**
   * On a connection.
   *
   * @param calls such as a {@code Codex}
   */
  public SearchService(TypedCalls calls) {
    this.calls = calls;
  }

  /**
   * {@return the files that match best, the best first}
   *
   * @param query parts of the path
   * @param roots the directories to search
   */
  public List<FuzzyFileSearchResult> find(String query, Path... roots) {
    return calls
        .call(Methods.FUZZY_FILE_SEARCH, FuzzyFileSearchParams.of(query, texts(roots)))
        .files();
  }

  /**
   * Begins a search that follows a person's typing.
   *
   * @param found receives the files that match a query so far, on worker threads
   * @param roots the directories to search
   * @return the search, without a query yet
   */
  public FileSearch open(Consumer<FuzzyFileSearchSessionUpdatedNotification> found, Path... roots) {
    String id = UUID.randomUUID().toString();
    Subscription told =
        calls.subscribe(
            Notifications.FUZZY_FILE_SEARCH_SESSION_UPDATED,
            update -> {
              if (update.sessionId().equals(id)) {
                found.accept(update);
              }
            });
    try {
      calls.call(
          Methods.FUZZY_FILE_SEARCH_SESSION_START,
          FuzzyFileSearchSessionStartParams.of(texts(roots), id));
    } catch (RuntimeException e) {
      told.close();
      throw e;
    }
    return new FileSearch() {
      @Override
      public CompletableFuture<Void> update(String query) {
        return calls
            .request(
                Methods.FUZZY_FILE_SEARCH_SESSION_UPDATE,
                FuzzyFileSearchSessionUpdateParams.of(query, id))
            .thenAccept(result -> {});
      }

      @Override
      public void close() {
        told.close();
        calls.request(
            Methods.FUZZY_FILE_SEARCH_SESSION_STOP, FuzzyFileSearchSessionStopParams.of(id));
      }
    };
  }

  private static List<String> texts(Path... paths) {
    return List.of(paths).stream().map(Path::toString).toList();
  }
}
