package dev.talaria.cli;

import dev.talaria.protocol.WireEnum;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the constants of an enum as words: {@code allow-session} for {@code ALLOW_SESSION}, in any
 * case. picocli's own error lists a constant with a word of its own twice.
 *
 * @param type the enum
 */
record EnumWords<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {

  /** Has all options and parameters of this command and those below it read so. */
  static void readIn(CommandLine line) {
    line.getCommandSpec().args().stream()
        .map(ArgSpec::type)
        .filter(Class::isEnum)
        .forEach(type -> register(line, type.asSubclass(Enum.class)));
    line.getSubcommands().values().forEach(EnumWords::readIn);
  }

  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // what isEnum says cannot be expressed for the compiler
  private static void register(CommandLine line, Class type) {
    line.registerConverter(type, new EnumWords(type));
  }

  @Override
  public E convert(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    return constants()
        .filter(constant -> word(constant).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of "
                        + constants().map(EnumWords::word).collect(Collectors.joining(", "))
                        + " but was '"
                        + text
                        + "'"));
  }

  /** Without the one of Codex's enums that stands for what was received and is not known. */
  private Stream<E> constants() {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> !(each instanceof WireEnum && each.name().equals("UNRECOGNIZED")));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
