package dev.talaria.spring.boot;

import dev.talaria.llm.springai.CodexSpringChatModel;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** Spring AI's chat model on Codex, chosen as its own models are. */
@AutoConfiguration(
    after = TalariaAutoConfiguration.class,
    beforeName =
        "org.springframework.ai.model.chat.client.autoconfigure.ChatClientAutoConfiguration")
@ConditionalOnClass({CodexSpringChatModel.class, ChatModel.class})
@ConditionalOnBean(LazyCodex.class)
@ConditionalOnProperty(name = "spring.ai.model.chat", havingValue = "codex", matchIfMissing = true)
@Conditional(TalariaAutoConfiguration.OneCodex.class)
final class TalariaChatAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(CodexSpringChatModel.class)
  ChatModel codexChatModel(LazyCodex codex, ObjectProvider<ObservationRegistry> observations) {
    return new LazyChatModel(codex, observations.getIfUnique(() -> ObservationRegistry.NOOP));
  }
}
