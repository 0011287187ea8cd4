package org.lacuna.report.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// One axis: what it shows, how it is divided and how far it goes.
///
/// @param label quantity and unit, in the mark-up of [Label]
/// @param scale linear or logarithmic
/// @param low left or lower end
/// @param high right or upper end
public record Axis(Label label, Scale scale, double low, double high) {

  /// How values are laid along the axis.
  public enum Scale {
    LINEAR,
    LOGARITHMIC
  }

  /// A division of the axis; a minor one has no label.
  ///
  /// @param value where it is
  /// @param label a number, or empty
  /// @param major whether the mark is long
  public record Tick(double value, String label, boolean major) {}

  /// @throws IllegalArgumentException if the ends are not finite and rising, or not positive on a
  ///   logarithmic axis
  public Axis {
    boolean rising = low < high && Double.isFinite(low) && Double.isFinite(high);
    if (!rising || (scale == Scale.LOGARITHMIC && low <= 0)) {
      throw new IllegalArgumentException(
          "%s axis from %s to %s: the ends must be finite and rise%s"
              .formatted(scale, low, high, scale == Scale.LOGARITHMIC ? ", from above 0" : ""));
    }
  }

  /// A linear axis.
  public static Axis linear(String label, double low, double high) {
    return new Axis(new Label(label), Scale.LINEAR, low, high);
  }

  /// A logarithmic axis.
  public static Axis logarithmic(String label, double low, double high) {
    return new Axis(new Label(label), Scale.LOGARITHMIC, low, high);
  }

  /// A linear axis from 0 that holds the values and leaves room above them.
  ///
  /// @param room fraction of the axis to leave free
  public static Axis linearFor(String label, double room, DoubleStream values) {
    double most = values.filter(Double::isFinite).max().orElse(1);
    return linear(label, 0, most > 0 ? most / (1 - room) : 1);
  }

  /// A logarithmic axis of whole decades that holds the values; those that are not positive do not
  /// count.
  ///
  /// @param room decades to leave free above them
  public static Axis logarithmicFor(String label, double room, DoubleStream values) {
    double[] positive = values.filter(v -> v > 0 && Double.isFinite(v)).sorted().toArray();
    if (positive.length == 0) return logarithmic(label, 0.1, 10);
    double lowest = StrictMath.log10(positive[0]);
    double highest = StrictMath.log10(positive[positive.length - 1]) + room;
    int low = (int) Math.floor(lowest);
    return logarithmic(label, decade(low), decade(Math.max((int) Math.ceil(highest), low + 1)));
  }

  /// Where a value is: 0 at the lower end, 1 at the upper. What a logarithmic axis cannot show is
  /// far below its end.
  public double fraction(double value) {
    if (scale == Scale.LINEAR) return (value - low) / (high - low);
    if (value <= 0) return -10;
    double decades = StrictMath.log10(high / low);
    return StrictMath.log10(value / low) / decades;
  }

  /// The divisions from low to high.
  ///
  /// @param most labels there is room for, at least 2
  public List<Tick> ticks(int most) {
    return scale == Scale.LINEAR ? linearTicks(most) : logarithmicTicks(most);
  }

  private List<Tick> linearTicks(int most) {
    BigDecimal step = step((high - low) / most);
    int parts = step.unscaledValue().intValue() == 2 ? 4 : 5;
    BigDecimal minor = step.divide(BigDecimal.valueOf(parts));
    double tolerance = 1e-9 * (high - low);
    long first = (long) Math.ceil((low - tolerance) / minor.doubleValue());
    long last = (long) Math.floor((high + tolerance) / minor.doubleValue());
    List<Tick> ticks = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      BigDecimal value = minor.multiply(BigDecimal.valueOf(i));
      boolean major = i % parts == 0;
      ticks.add(new Tick(value.doubleValue(), major ? number(value, step) : "", major));
    }
    return ticks;
  }

  /// The smallest of 1, 2, 5, 10, ... times a power of ten that is at least this.
  private static BigDecimal step(double atLeast) {
    int exponent = (int) Math.floor(StrictMath.log10(atLeast));
    for (int digit : new int[] {1, 2, 5}) {
      BigDecimal step = BigDecimal.valueOf(digit, -exponent);
      if (step.doubleValue() >= atLeast * (1 - 1e-9)) return step;
    }
    return BigDecimal.valueOf(1, -exponent - 1);
  }

  /// A number with the digits that its step needs; very large and small ones as multiples of the
  /// power of ten of the end of the axis.
  private String number(BigDecimal value, BigDecimal step) {
    int exponent = (int) Math.floor(StrictMath.log10(Math.max(Math.abs(low), Math.abs(high))));
    int shift = exponent > 4 || exponent < -3 ? exponent : 0;
    String digits =
        value
            .scaleByPowerOfTen(-shift)
            .setScale(Math.max(0, step.scale() + shift), RoundingMode.HALF_EVEN)
            .toPlainString()
            .replace('-', '−');
    return shift == 0 || value.signum() == 0 ? digits : digits + "×" + power(exponent);
  }

  private List<Tick> logarithmicTicks(int most) {
    int first = (int) Math.ceil(StrictMath.log10(low) - 1e-9);
    int last = (int) Math.floor(StrictMath.log10(high) + 1e-9);
    int every = Math.max(1, Math.ceilDiv(last - first + 1, most));
    boolean few = last - first < 1;
    List<Tick> ticks = new ArrayList<>();
    for (int exponent = first - 1; exponent <= last; exponent++) {
      for (int digit = 1; digit <= 9; digit++) {
        double value = digit * decade(exponent);
        if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
        boolean major = digit == 1;
        boolean labelled = major && Math.floorMod(exponent, every) == 0;
        if (labelled) ticks.add(new Tick(value, power(exponent), true));
        else if (few && (digit == 2 || digit == 5))
          ticks.add(new Tick(value, multiple(digit, exponent), true));
        else if (major || every == 1) ticks.add(new Tick(value, "", major));
      }
    }
    return ticks;
  }

  private static double decade(int exponent) {
    return Double.parseDouble("1e" + exponent);
  }

  private static String multiple(int digit, int exponent) {
    return switch (exponent) {
      case 0 -> String.valueOf(digit);
      case 1 -> digit + "0";
      default -> digit + "×" + power(exponent);
    };
  }

  private static String power(int exponent) {
    return switch (exponent) {
      case 0 -> "1";
      case 1 -> "10";
      default -> "10<sup>%s</sup>".formatted(String.valueOf(exponent).replace('-', '−'));
    };
  }
}
