package dev.talaria.protocol;

/** A constant of the app-server's protocol that is sent as a string. */
public interface WireEnum {

  /**
   * {@return the string}
   *
   * @throws IllegalStateException of the constant that stands for what is not known here: the
   *     string is in the JSON of the value that it was read from
   */
  String wire();
}
