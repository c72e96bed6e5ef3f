package dev.talaria.cli.chat;

import dev.talaria.cli.terminal.Screen;
import dev.talaria.host.RuntimeSwitch;
import java.util.Optional;

/** What a chat is made of. */
record Chat(
    Screen keyboard,
    ChatScreen screen,
    ChatView view,
    ChatQueue queue,
    ChatSession session,
    InputHistory history,
    Optional<RuntimeSwitch> runtime) {}
