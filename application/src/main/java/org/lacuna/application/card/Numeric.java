package org.lacuna.application.card;

import static org.lacuna.core.quantity.Dimension.FRACTION;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.lacuna.application.card.Node.Scalar;
import org.lacuna.core.quantity.Dimension;

/// A number with its unit, or a bare number.
///
/// @param dimension what it measures; nothing for a bare number
public record Numeric(Optional<Dimension> dimension, Range range) implements Kind<Double> {
  /// Only numbers from `low` to `high`, both included.
  ///
  /// @param low in the unit that is used inside, as is `high`
  public Numeric between(double low, double high) {
    return new Numeric(dimension, Range.between(low, high));
  }

  /// Only numbers greater than `low`.
  ///
  /// @param low in the unit that is used inside
  public Numeric above(double low) {
    return new Numeric(dimension, Range.above(low));
  }

  /// Only numbers not smaller than `low`.
  ///
  /// @param low in the unit that is used inside
  public Numeric atLeast(double low) {
    return new Numeric(dimension, Range.between(low, Double.POSITIVE_INFINITY));
  }

  @Override
  public Optional<Double> read(Found found) {
    if (!(found.node() instanceof Scalar scalar)) return found.wrong("give " + expected());
    double number;
    try {
      number = dimension.isPresent() ? dimension.get().parse(scalar.text()) : bare(scalar);
    } catch (IllegalArgumentException e) {
      return found.wrong(e.getMessage() + (range.equals(Range.ALL) ? "" : ", " + words()));
    }
    return range.contains(number)
        ? Optional.of(number)
        : found.wrong("\"%s\" is out of range: give %s".formatted(scalar.text(), expected()));
  }

  private double bare(Scalar scalar) {
    if (scalar.number()) return Double.parseDouble(scalar.text());
    throw new IllegalArgumentException(
        "\"" + scalar.text() + "\" is not a number: give one without quotes, unit or leading zero");
  }

  private String words() {
    return range.words(this::shown);
  }

  private String shown(double number) {
    return dimension.map(it -> it.format(number)).orElseGet(() -> FRACTION.format(number));
  }

  @Override
  public String expected() {
    String noun = dimension.map(Dimension::noun).orElse("a number");
    return range.equals(Range.ALL) ? noun : noun + " " + words();
  }

  @Override
  public Map<String, Object> schema(Schema schema) {
    if (dimension.isPresent()) return schema.quantity(dimension.get());
    SequencedMap<String, Object> number = new LinkedHashMap<>(Map.of("type", "number"));
    if (Double.isFinite(range.low())) {
      number.put(range.isOpen() ? "exclusiveMinimum" : "minimum", range.low());
    }
    if (Double.isFinite(range.high())) number.put("maximum", range.high());
    return schema.value(number);
  }
}
