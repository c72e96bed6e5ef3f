/** Replies to conversations whose tools the caller runs, over turns that wait for the results. */
package dev.talaria.llm.chat;
