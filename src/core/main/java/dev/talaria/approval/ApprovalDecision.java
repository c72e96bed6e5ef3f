package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the host answers. Immutable.
 *
 * @param kind what may happen
 * @param holds what {@code content} is
 * @param content the filled-in form of an {@link ApprovalRequest.Elicitation}, or by question the
 *     list of answers to an {@link ApprovalRequest.UserInput}; a missing node otherwise
 */
public record ApprovalDecision(Kind kind, Content holds, JsonNode content) {

  /** How far an answer goes. */
  public enum Kind {
    /** This once. */
    ALLOW,
    /** This, and the same again for the rest of the thread. */
    ALLOW_FOR_SESSION,
    /** This, and the same again in every thread from now on, where Codex can remember that. */
    ALLOW_ALWAYS,
    /** Not this; the agent is told and continues. */
    DECLINE,
    /** Not this, and the turn ends, where Codex can do that. */
    CANCEL
  }

  /** What is answered besides the decision. */
  public enum Content {
    /** Nothing. */
    NOTHING,
    /** A filled-in form: {@link #submit}. */
    FORM,
    /** Answers to questions: {@link #answers}. */
    ANSWERS,
    /** The words to remember: {@link #allowAlways(List)}. */
    PREFIX
  }

  private static final ApprovalDecision ALLOW = plain(Kind.ALLOW);
  private static final ApprovalDecision SESSION = plain(Kind.ALLOW_FOR_SESSION);
  private static final ApprovalDecision ALWAYS = plain(Kind.ALLOW_ALWAYS);
  private static final ApprovalDecision DECLINE = plain(Kind.DECLINE);
  private static final ApprovalDecision CANCEL = plain(Kind.CANCEL);

  /**
   * For the factory methods such as {@link #allow} and {@link #submit}, which hosts use.
   *
   * @param kind not null
   * @param holds not null
   * @param content not null and not copied; a missing node where {@code holds} is {@link
   *     Content#NOTHING}
   */
  public ApprovalDecision {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(holds, "holds");
    Objects.requireNonNull(content, "content");
  }

  private static ApprovalDecision plain(Kind kind) {
    return new ApprovalDecision(kind, Content.NOTHING, MissingNode.getInstance());
  }

  /** {@return the decision {@link Kind#ALLOW}} */
  public static ApprovalDecision allow() {
    return ALLOW;
  }

  /** {@return the decision {@link Kind#ALLOW_FOR_SESSION}} */
  public static ApprovalDecision allowForSession() {
    return SESSION;
  }

  /** {@return the decision {@link Kind#ALLOW_ALWAYS}} */
  public static ApprovalDecision allowAlways() {
    return ALWAYS;
  }

  /**
   * Allows a command, and from now on every command that begins with these words instead of those
   * that Codex proposed. Every request for which it proposed none is declined with it.
   *
   * @param prefix the words, at least one; copied
   * @return the decision {@link Kind#ALLOW_ALWAYS} with the words
   * @throws IllegalArgumentException if there are no words
   */
  public static ApprovalDecision allowAlways(List<String> prefix) {
    if (prefix.isEmpty()) {
      throw new IllegalArgumentException("an empty prefix would allow every command");
    }
    var words = JsonNodeFactory.instance.arrayNode();
    prefix.forEach(words::add);
    return new ApprovalDecision(Kind.ALLOW_ALWAYS, Content.PREFIX, words);
  }

  /** {@return the decision {@link Kind#DECLINE}} */
  public static ApprovalDecision decline() {
    return DECLINE;
  }

  /** {@return the decision {@link Kind#CANCEL}} */
  public static ApprovalDecision cancel() {
    return CANCEL;
  }

  /**
   * Allows with a filled-in form, for an {@link ApprovalRequest.Elicitation} or {@link
   * ApprovalRequest.UserInput}. Every other request is declined with it.
   *
   * @param form the values by {@link FormField#name}, or for a {@code UserInput} an array of texts
   *     by {@link ApprovalRequest.Question#id}; copied
   * @return the decision {@link Kind#ALLOW} with the form
   */
  public static ApprovalDecision submit(ObjectNode form) {
    return new ApprovalDecision(Kind.ALLOW, Content.FORM, form.deepCopy());
  }

  /**
   * Allows with the answers to each question of an {@link ApprovalRequest.UserInput}. Every other
   * request is declined with it.
   *
   * @param byQuestion the answers by {@link ApprovalRequest.Question#id}; copied
   * @return the decision {@link Kind#ALLOW} with the answers
   */
  public static ApprovalDecision answers(Map<String, List<String>> byQuestion) {
    ObjectNode answers = JsonNodeFactory.instance.objectNode();
    byQuestion.forEach(
        (id, texts) -> {
          var array = answers.putArray(id);
          texts.forEach(array::add);
        });
    return new ApprovalDecision(Kind.ALLOW, Content.ANSWERS, answers);
  }

  /**
   * {@return the decision that a choice in a host's own prompt means: {@code once}, {@code
   * session}, {@code always}, {@code cancel}; {@code deny}, {@code null} and every other text
   * decline}
   *
   * <p>{@code always} means "for the session" here, as hosts without a permanent memory mean it;
   * {@link #allowAlways()} is the permanent one.
   *
   * @param choice the host's word, in any case; {@code null} declines
   */
  public static ApprovalDecision ofHostChoice(String choice) {
    return switch (choice == null ? "" : choice.strip().toLowerCase(Locale.ROOT)) {
      case "once" -> ALLOW;
      case "session", "always" -> SESSION;
      case "cancel" -> CANCEL;
      default -> DECLINE;
    };
  }

  /** With the kind only: what a person filled in may be a secret. */
  @Override
  public String toString() {
    return "ApprovalDecision[kind=" + kind + "]";
  }

  /** {@return whether anything may happen} */
  public boolean allows() {
    return kind != Kind.DECLINE && kind != Kind.CANCEL;
  }
}
