package org.lacuna.application.input;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Whole numbers as people write them: `6894`, `1e6`, `100.0`.
public final class Count implements ITypeConverter<Long> {

  /// The count that a text says.
  ///
  /// @throws IllegalArgumentException for a fraction, a negative number or no number at all
  public static long parse(String text) {
    try {
      long value = new BigDecimal(text).longValueExact();
      if (value >= 0) return value;
    } catch (NumberFormatException | ArithmeticException _) {
      // Said below, together with what is negative.
    }
    throw new IllegalArgumentException(
        "'" + text + "' is not a count: give a whole number, at least 0");
  }

  @Override
  public Long convert(String text) {
    try {
      return parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
