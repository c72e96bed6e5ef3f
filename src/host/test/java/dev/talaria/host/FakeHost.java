package dev.talaria.host;

import dev.talaria.transcript.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host in memory that writes down what it is told. */
final class FakeHost implements HostAgent {

  final List<Message> history = new ArrayList<>();
  final List<List<Message>> appended = new ArrayList<>();
  final List<String> threads = new ArrayList<>();
  final List<UsageRecord> usage = new ArrayList<>();
  final List<CompactionRecord> compactions = new ArrayList<>();
  final List<FinishedTurn> memory = new ArrayList<>();
  final List<ReviewRequest> reviews = new ArrayList<>();
  final List<String> order = new CopyOnWriteArrayList<>();
  volatile HostDisplay display;
  ReviewCadence skills = skills(10);
  int userTurnCount;
  int turnsSinceMemory;
  boolean nextMessageWaits;
  String apiMode = RuntimeResolver.CODEX_APP_SERVER;

  static ReviewCadence skills(int interval) {
    return ReviewCadence.everyIterations("skills", interval, "skill_manage");
  }

  /** What a host does around each turn. */
  ConversationResult say(CodexConversation conversation, String text, boolean reviewMemory) {
    history.add(new Message.User(text));
    userTurnCount++;
    turnsSinceMemory++;
    return conversation.run(text, reviewMemory);
  }

  ConversationResult say(CodexConversation conversation, String text) {
    return say(conversation, text, false);
  }

  @Override
  public HostDisplay display() {
    return display;
  }

  @Override
  public void append(List<Message> rows) {
    order.add("append");
    appended.add(rows);
    history.addAll(rows);
  }

  @Override
  public List<Message> history() {
    return history;
  }

  @Override
  public void threadChanged(String threadId) {
    order.add("thread");
    threads.add(threadId);
  }

  @Override
  public void recordUsage(UsageRecord record) {
    order.add("usage");
    usage.add(record);
  }

  @Override
  public void recordCompaction(CompactionRecord compaction) {
    order.add("compaction");
    compactions.add(compaction);
  }

  @Override
  public boolean nextMessageWaits() {
    return nextMessageWaits;
  }

  @Override
  public String apiMode() {
    return apiMode;
  }

  @Override
  public void syncMemory(FinishedTurn turn) {
    order.add("memory");
    memory.add(turn);
  }

  @Override
  public void spawnReview(ReviewRequest request) {
    order.add("review");
    reviews.add(request);
  }
}
