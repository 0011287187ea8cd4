package org.lacuna.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.report.figure.Label;

/// Numbers for people: rounded, with powers of ten, in the mark-up of [Label]. What was not
/// computed is a dash.
final class Numbers {
  private static final String MISSING = "–";

  /// A count, in groups of three digits.
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', '\u00a0');
  }

  /// A number to so many significant digits, as 0.0123, 12.3 or 1.23×10⁻⁸.
  static String digits(double value, int digits) {
    if (Double.isNaN(value)) return MISSING;
    if (Double.isInfinite(value)) return value > 0 ? "∞" : "−∞";
    if (value == 0) return "0";
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -3 && exponent <= 4) {
      return plain(rounded.setScale(Math.max(0, digits - 1 - exponent), RoundingMode.HALF_EVEN));
    }
    return scientific(
        plain(rounded.scaleByPowerOfTen(-exponent).setScale(digits - 1, RoundingMode.HALF_EVEN)),
        exponent);
  }

  /// A confidence level as "90 % CL".
  static String level(double level) {
    return shortest(100 * level, 4) + " % CL";
  }

  /// A value and its uncertainty, both to at most two digits of the uncertainty, and the unit.
  static String estimate(Estimate estimate) {
    String number = withSigma(estimate.value(), estimate.sigma());
    String unit = estimate.unit().replace("^2", "<sup>2</sup>");
    boolean pair = number.contains("±") && !number.startsWith("(");
    if (unit.isEmpty() || number.equals(MISSING)) return number;
    return (pair ? "(" + number + ")" : number) + " " + unit;
  }

  /// A value and its uncertainty without a unit.
  static String withSigma(double value, double sigma) {
    if (Double.isNaN(value) || Double.isNaN(sigma) || sigma <= 0 || Double.isInfinite(sigma)) {
      return shortest(value, 4);
    }
    BigDecimal error = decimal(sigma).round(new MathContext(2, RoundingMode.HALF_EVEN));
    BigDecimal rounded = new BigDecimal(value).setScale(error.scale(), RoundingMode.HALF_EVEN);
    BigDecimal larger = rounded.abs().max(error);
    int exponent = larger.precision() - larger.scale() - 1;
    if (exponent >= -3 && exponent <= 4) {
      int scale = Math.max(0, error.scale());
      return plain(new BigDecimal(value).setScale(scale, RoundingMode.HALF_EVEN))
          + " ± "
          + plain(decimal(sigma).setScale(scale, RoundingMode.HALF_EVEN));
    }
    return scientific(
        "(%s ± %s)"
            .formatted(
                plain(rounded.scaleByPowerOfTen(-exponent)),
                plain(error.scaleByPowerOfTen(-exponent))),
        exponent);
  }

  /// At most so many digits, without zeros that say nothing.
  static String shortest(double value, int most) {
    return Double.isFinite(value)
        ? digits(value, Math.clamp(decimal(value).precision(), 1, most))
        : digits(value, most);
  }

  /// The number as it is written shortest.
  private static BigDecimal decimal(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros();
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString().replace('-', '−');
  }

  private static String scientific(String mantissa, int exponent) {
    return "%s×10<sup>%s</sup>".formatted(mantissa, String.valueOf(exponent).replace('-', '−'));
  }

  private Numbers() {}
}
