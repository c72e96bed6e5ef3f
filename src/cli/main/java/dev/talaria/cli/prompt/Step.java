package dev.talaria.cli.prompt;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A line that is asked for.
 *
 * @param rows what is shown above it
 * @param prompt what stands before it
 * @param echo whether it is shown
 * @param initial what stands in it at first
 * @param take takes it, or says what is wrong with it
 */
record Step(
    List<String> rows,
    String prompt,
    boolean echo,
    String initial,
    Function<String, Optional<String>> take) {}
