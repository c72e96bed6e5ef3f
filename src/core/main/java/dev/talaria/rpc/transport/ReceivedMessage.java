package dev.talaria.rpc.transport;

/**
 * One message that has arrived, as bytes of UTF-8.
 *
 * <p>Valid until the next one is received: the buffer is reused, and must be left as it is.
 *
 * @param buffer holds the message
 * @param start where it begins in the buffer
 * @param length how many bytes it has
 * @param isCut whether it is longer than the transport's limit, and only its beginning is here
 */
public record ReceivedMessage(byte[] buffer, int start, int length, boolean isCut) {}
