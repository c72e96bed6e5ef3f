package dev.talaria.cli.chat;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.cli.prompt.ApprovalPrompt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Asks with the prompt of {@code talaria run} in the middle of a chat: takes the terminal from it
 * for as long as the question is open. Safe for use by many threads.
 */
final class ChatQuestions implements ApprovalHandler {

  private final ApprovalPrompt prompt;
  private final ChatQueue queue;
  private final ChatScreen screen;

  ChatQuestions(ApprovalPrompt prompt, ChatQueue queue, ChatScreen screen) {
    this.prompt = prompt;
    this.queue = queue;
    this.screen = screen;
  }

  @Override
  public CompletionStage<ApprovalDecision> decide(ApprovalRequest request) {
    try {
      queue.terminal().lockInterruptibly();
    } catch (InterruptedException withdrawn) {
      Thread.currentThread().interrupt();
      return CompletableFuture.completedFuture(ApprovalDecision.decline());
    }
    try {
      queue.drain();
      screen.clear();
      return prompt.decide(request);
    } finally {
      queue.terminal().unlock();
    }
  }
}
