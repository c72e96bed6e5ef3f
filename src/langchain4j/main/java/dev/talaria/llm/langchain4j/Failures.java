package dev.talaria.llm.langchain4j;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.talaria.llm.LlmException;

/** Codex's failures as LangChain4j's exceptions, each with ours as its cause. Pure functions. */
final class Failures {

  private Failures() {}

  static RuntimeException of(Throwable problem) {
    if (problem instanceof LlmException failure) {
      return of(failure);
    } else if (problem instanceof LangChain4jException known) {
      return known;
    } else if (problem instanceof IllegalArgumentException wrong) {
      return new InvalidRequestException(wrong.getMessage(), wrong);
    }
    return problem instanceof RuntimeException other ? other : new LangChain4jException(problem);
  }

  private static LangChain4jException of(LlmException failure) {
    String message = failure.getMessage();
    return switch (failure.kind()) {
      case UNSUPPORTED_MODEL, MODEL_UNAVAILABLE -> new ModelNotFoundException(message, failure);
      case NOT_LOGGED_IN -> new AuthenticationException(message, failure);
      // Not RateLimitException: LangChain4j would try again within seconds.
      case USAGE_LIMIT -> new NonRetriableException(message, failure);
      case RATE_LIMIT -> new RateLimitException(message, failure);
      case OVERLOADED, CONNECTION -> new InternalServerException(message, failure);
      case TIMEOUT -> new TimeoutException(message, failure);
      case REFUSED -> new InvalidRequestException(message, failure);
      default -> new LangChain4jException(message, failure);
    };
  }
}
