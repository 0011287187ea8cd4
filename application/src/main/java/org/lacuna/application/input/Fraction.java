package org.lacuna.application.input;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Fractions as people write them: `3%` or `0.03`.
public final class Fraction implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    try {
      return text.endsWith("%")
          ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
          : Double.parseDouble(text);
    } catch (NumberFormatException _) {
      throw new TypeConversionException(
          "'" + text + "' is not a fraction: give a number from 0 to 1, or a percentage as 3%");
    }
  }
}
